"""The page on which a visitor writes with nothing but a browser: what it may do, and that it does it. Arguments: source,
binaries. Its script is run by node where that is installed; else that half is not done, which is said."""

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request

import house


def fetched(backend, path):
    with urllib.request.urlopen(backend.url + path, timeout=30) as answer:
        return dict(answer.headers), answer.read().decode()


def source_of(text, tag):
    """How a policy names what stands between the tags."""
    element, = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
    return "'sha256-" + base64.b64encode(hashlib.sha256(element.encode()).digest()).decode() + "'"


def is_closed(backend):
    headers, page = fetched(backend, "/chat/casa-marisol")
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy.pop("script-src") == source_of(page, "script"), policy
    assert policy.pop("style-src") == source_of(page, "style"), policy
    assert policy == {"default-src": "'none'", "connect-src": "'self'", "base-uri": "'none'", "form-action": "'none'", "frame-ancestors": "'none'"}, policy
    assert headers["X-Content-Type-Options"] == "nosniff", headers
    for word in ("http:", "https:", "innerHTML", "insertAdjacent", "document.write", "eval(", " style=", " onclick", "src="):
        assert word not in page, word
    assert '<h1 dir="auto">Casa &lt;Marisol&gt;</h1>' in page, page[:2000]
    assert backend.raw("GET", "/chat/nobody")[0] == 404
    assert backend.raw("POST", "/chat/casa-marisol", b"{}")[0] == 405
    return page


def works(backend, page, folder):
    node = shutil.which("node")
    if node is None:
        return print("the page's script was not run: node is not installed")
    path = os.path.join(folder, "chat.html")
    with open(path, "w", encoding="utf-8") as out:
        out.write(page)
    done = subprocess.run([node, "--no-warnings", os.path.join(os.path.dirname(os.path.abspath(__file__)), "chat_page.js"), backend.url, path], capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stdout + done.stderr + backend.log_tail()
    steps = {line["step"]: line["value"] for line in map(json.loads, done.stdout.splitlines())}
    question = "When is <b>breakfast</b>?"
    assert steps["empty"] == [[], "Write something first."], steps
    assert steps["offline"][0] == [question] and "cannot be reached" in steps["offline"][1], steps
    said, status = steps["answered"]
    assert said.count(question) == 1 and said[0] == question and "07:00" in said[-1] and status == "", steps
    assert steps["reloaded"] == said, steps
    assert steps["anew"] == [], steps
    leads = backend.call("GET", "/api/v1/clients")["items"]
    kept, = backend.pages("/api/v1/conversations/client/" + leads[0]["id"])
    assert kept["channel"] == "live_chat", kept


def main():
    _, binaries = sys.argv[1:3]
    with tempfile.TemporaryDirectory(prefix="foredeck-chat-") as folder:
        backend = house.Backend(binaries, folder)
        backend.init(house.spec_of([house.client_spec("casa-marisol", "+13055550101", "106550000000101", "AC" + "0" * 32, 0, "https://hooks.northquay.example", name="Casa <Marisol>")]))
        backend.start()
        try:
            works(backend, is_closed(backend), folder)
        finally:
            backend.stop()
    print("ok")


if __name__ == "__main__":
    main()
