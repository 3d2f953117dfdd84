# Signs that thank, agree or are sad when nothing else stands beside them. Skin tones and variants are looked past.
[agree]
👍 👌 ✅ ✔ 💯
[thank]
🙏 🙌 👏 🤝 ✌ 🫶 🤗 ❤ 🧡 💛 💚 💙 💜 🤍 🖤 💖 💗 💕 💞 💓 😍 🥰 😘 😊 🙂 😀 😃 😄 😁 😎 🤩 🥳 🎉 ⭐ 🌟 ☺ 😉 😇 🌹 🌸 💐
[sad]
😭 😢 😞 😔 😟 🙁 ☹ 😕 😩 😫 🥺 😣 😖 😥 😓 😿 💔
