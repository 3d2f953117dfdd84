#pragma once

#include "models/domain/escalation.h"
#include "server/services/op/act.h"

namespace foredeck {

/// The one way in which an escalation is written: with its event, and with the job that tells people of it
/// (server/services/escalation/ladder.h) for as long as somebody has to be told.
void saveEscalation(ActContext &act, Escalation &escalation, bool isNew = false);

/// Somebody's last console has closed: who is to be told of an emergency is looked at by then.
void hurryEmergencies(WriteTx &tx, Timestamp by);

/// At the start: all that wait are looked at at once, whatever was planned; that job is put back where it is missing, as in a
/// store of before there was one.
void takeUpLadders(WriteTx &tx, Timestamp now);

} // namespace foredeck
