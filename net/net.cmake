foredeck_library(foredeck_net QT
  SOURCES
    api/apiclient.cpp api/apiclient.h api/metareader.h api/network.cpp api/network.h api/networker.cpp api/networker.h
    api/problem.cpp api/problem.h api/serverprobe.cpp api/serverprobe.h
    live/liveconnection.cpp live/liveconnection.h
    sync/digest.cpp sync/digest.h sync/digestrunner.cpp sync/digestrunner.h sync/oproute.cpp sync/oproute.h
    sync/escalationloader.cpp sync/escalationloader.h
    sync/outboxsender.cpp sync/outboxsender.h sync/repairlog.cpp sync/repairlog.h sync/snapshotloader.cpp
    sync/snapshotloader.h sync/streamstate.h sync/syncengine.cpp sync/syncengine.h sync/syncmachine.cpp sync/syncmachine.h
    sync/syncstreams.cpp sync/timelineloader.cpp sync/timelineloader.h
    vault/keyringvault.cpp vault/profile.cpp vault/profile.h vault/session.cpp vault/session.h vault/vault.h
  LINKS foredeck_domain foredeck_ports foredeck_codec foredeck_cache Qt6::Core Qt6::Network Qt6::WebSockets
  PRIVATE_LINKS ${QTKEYCHAIN_LIBRARIES})
