"""The peer as the tutorials write it: response_model, a SQLAlchemy session per request, one commit per request."""

import hashlib
import hmac
import json
import os
from typing import Any, Dict, List, Optional

import jwt
from fastapi import Depends, FastAPI, Header, HTTPException, Request
from pydantic import BaseModel
from sqlalchemy import Column, Integer, String, create_engine, event
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, declarative_base, sessionmaker

JWT_KEY = os.environ.get("PEER_JWT_KEY", "k" * 32)
APP_SECRET = os.environ.get("PEER_APP_SECRET", "secret").encode()
CONVERSATION = json.loads(os.environ.get("PEER_CONVERSATION", "{}"))

engine = create_engine("sqlite:///" + os.environ.get("PEER_DATABASE", ":memory:"), connect_args={"check_same_thread": False, "timeout": 30})
Base = declarative_base()
Sessions = sessionmaker(bind=engine)


@event.listens_for(engine, "connect")
def pragmas(connection, _):
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")


class Inbox(Base):
    __tablename__ = "inbox"
    id = Column(Integer, primary_key=True)
    provider_id = Column(String, nullable=False, unique=True)
    payload = Column(String, nullable=False)


Base.metadata.create_all(engine)
app = FastAPI()


class Conversation(BaseModel):
    id: str
    client_id: str
    lead_id: str
    channel_id: str
    channel: str
    status: str
    owner: Dict[str, Any]
    labels: List[str]
    language: Optional[str]
    last_position: int
    last_public_position: int
    last_message: Optional[Dict[str, Any]]
    created_at: str
    last_at: str
    version: int


class Answer(BaseModel):
    conversation: Conversation
    lead: Dict[str, Any]


class Taken(BaseModel):
    taken: int


def session():
    opened = Sessions()
    try:
        yield opened
    finally:
        opened.close()


def caller(authorization: str = Header("")):
    try:
        return jwt.decode(authorization[7:], JWT_KEY, algorithms=["HS256"], audience="foredeck", issuer="foredeck")
    except jwt.PyJWTError:
        raise HTTPException(401)


@app.get("/api/v1/conversations/{conversation_id}", response_model=Answer)
async def conversation(conversation_id: str, _=Depends(caller)):
    return CONVERSATION


async def raw_body(request: Request) -> bytes:
    return await request.body()


@app.post("/webhooks/whatsapp", response_model=Taken)
def take(body: bytes = Depends(raw_body), x_hub_signature_256: str = Header(""), database: Session = Depends(session)):
    expected = "sha256=" + hmac.new(APP_SECRET, body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, x_hub_signature_256):
        raise HTTPException(403)
    taken = 0
    for entry in json.loads(body)["entry"]:
        for change in entry["changes"]:
            for message in change["value"].get("messages", ()):
                database.add(Inbox(provider_id=message["id"], payload=json.dumps(message)))
                try:
                    database.commit()
                    taken += 1
                except IntegrityError:
                    database.rollback()
    return Taken(taken=taken)
