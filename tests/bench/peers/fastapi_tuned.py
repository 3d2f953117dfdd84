"""The peer a careful Python team would write: FastAPI on uvloop and httptools, plain dictionaries as answers, one writer
thread that commits whatever waits in one transaction. Run: uvicorn fastapi_tuned:app (settings by environment)."""

import asyncio
import hashlib
import hmac
import json
import os
import queue
import sqlite3
import threading

import jwt
from fastapi import FastAPI, Request, Response, WebSocket, WebSocketDisconnect
from fastapi.responses import JSONResponse

JWT_KEY = os.environ.get("PEER_JWT_KEY", "k" * 32)
APP_SECRET = os.environ.get("PEER_APP_SECRET", "secret").encode()
DATABASE = os.environ.get("PEER_DATABASE", "")
CONVERSATION = json.loads(os.environ.get("PEER_CONVERSATION", "{}"))

app = FastAPI()


class Writer(threading.Thread):
    """Group commit: all rows that wait while one commit runs share the next."""

    def __init__(self, path):
        super().__init__(daemon=True)
        self.path = path
        self.waiting = queue.SimpleQueue()

    def run(self):
        base = sqlite3.connect(self.path, isolation_level=None)
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("PRAGMA synchronous=FULL")
        base.execute(
            "CREATE TABLE IF NOT EXISTS inbox (id INTEGER PRIMARY KEY, provider_id TEXT NOT NULL UNIQUE, payload TEXT NOT NULL)"
        )
        while True:
            batch = [self.waiting.get()]
            while len(batch) < 512:
                try:
                    batch.append(self.waiting.get_nowait())
                except queue.Empty:
                    break
            base.execute("BEGIN IMMEDIATE")
            for provider_id, payload, _, _ in batch:
                base.execute("INSERT INTO inbox (provider_id, payload) VALUES (?, ?) ON CONFLICT DO NOTHING", (provider_id, payload))
            base.execute("COMMIT")
            loop = batch[0][2]
            loop.call_soon_threadsafe(self.done, [future for _, _, _, future in batch])

    @staticmethod
    def done(futures):
        for future in futures:
            if not future.cancelled():
                future.set_result(None)

    def write(self, provider_id, payload):
        loop = asyncio.get_running_loop()
        future = loop.create_future()
        self.waiting.put((provider_id, payload, loop, future))
        return future


writer = None
sockets = set()


@app.on_event("startup")
async def start():
    global writer
    if DATABASE:
        writer = Writer(DATABASE)
        writer.start()


@app.get("/api/v1/conversations/{conversation_id}")
async def conversation(conversation_id: str, request: Request):
    token = request.headers.get("authorization", "")[7:]
    try:
        jwt.decode(token, JWT_KEY, algorithms=["HS256"], audience="foredeck", issuer="foredeck")
    except jwt.PyJWTError:
        return Response(status_code=401)
    return JSONResponse(CONVERSATION)


@app.post("/webhooks/whatsapp")
async def whatsapp(request: Request):
    body = await request.body()
    expected = "sha256=" + hmac.new(APP_SECRET, body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("x-hub-signature-256", "")):
        return Response(status_code=403)
    payload = json.loads(body)
    waits = []
    for entry in payload["entry"]:
        for change in entry["changes"]:
            for message in change["value"].get("messages", ()):
                waits.append(writer.write(message["id"], json.dumps(message)))
    for wait in waits:
        await wait
    return JSONResponse({})


@app.websocket("/api/v1/events")
async def events(socket: WebSocket):
    await socket.accept()
    sockets.add(socket)
    try:
        while True:
            await socket.receive_text()
    except WebSocketDisconnect:
        sockets.discard(socket)


@app.post("/broadcast")
async def broadcast(request: Request):
    text = (await request.body()).decode()
    await asyncio.gather(*(socket.send_text(text) for socket in list(sockets)))
    return Response(status_code=204)
