foredeck_library(foredeck_net QT
  SOURCES
    api/network.h api/serverprobe.h
    vault/profile.h vault/vault.h
  LINKS foredeck_domain foredeck_ports foredeck_codec foredeck_cache Qt6::Core Qt6::Network Qt6::WebSockets
  PRIVATE_LINKS ${QTKEYCHAIN_LIBRARIES})
