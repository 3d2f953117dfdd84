# Signs that thank or agree when nothing else stands beside them. Skin tones and variants are looked past.
[agree]
👍 👌 ✅ ✔ 💯
[thank]
🙏 🙌 👏 🤝 ✌ 🫶 🤗 ❤ 🧡 💛 💚 💙 💜 🤍 🖤 💖 💗 💕 💞 💓 😍 🥰 😘 😊 🙂 😀 😃 😄 😁 😎 🤩 🥳 🎉 ⭐ 🌟 ☺ 😉 😇 🌹 🌸 💐
