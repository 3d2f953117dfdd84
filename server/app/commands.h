#pragma once

#include "models/core/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace foredeck {

/// The commands of foredeckd. Each answers what is to be printed on standard output, or why it did nothing. Passwords and
/// keys come from standard input or from files of mode 0600, never from the command line.

struct InitCommand {
    std::string data;
    std::string spec; ///< "-": standard input
    std::string doors; ///< empty: not written
};
Result<std::string> run(const InitCommand &command);

struct ServeCommand {
    std::string data;
    std::string listen = "127.0.0.1:8080";
    std::string publicUrl;
    bool embedded = false; ///< contract 6: token in by standard input, ready line out, its end ends us
};
/// Returns when it was told to end and everything is drained.
Result<std::string> run(const ServeCommand &command);

struct UserAddCommand {
    std::string data;
    std::string name;
    std::string email;
    std::string role = "agent";
    std::vector<std::string> clients; ///< slugs; none: all of the agency, for admins only
    std::string password; ///< file or "-"; empty: invited, cannot sign in yet
};
Result<std::string> run(const UserAddCommand &command);
Result<std::string> listUsers(const std::string &data);
/// Conflict: nobody would be left who administers.
Result<std::string> disableUser(const std::string &data, const std::string &email);
Result<std::string> enableUser(const std::string &data, const std::string &email);
/// Who was invited may sign in from then on; whoever is signed in does so again. `password` as above, and not empty.
Result<std::string> setPassword(const std::string &data, const std::string &email, const std::string &password);

struct ChannelSetCommand {
    std::string data;
    std::string client; ///< slug
    std::string kind;
    std::string id; ///< which one when there are several
    std::string name, number, phoneNumberId, account, baseUrl, publicUrl; ///< empty: stays as it is
    std::string secrets; ///< JSON {"secret","token","verify_token"} in a file or "-"; empty: stay as they are
};
Result<std::string> run(const ChannelSetCommand &command);
Result<std::string> listChannels(const std::string &data);
/// Asks the vendor and stores what it told.
Result<std::string> testChannel(const std::string &data, const std::string &channel);

Result<std::string> migrate(const std::string &data);
/// A new secret.key in place of one that is lost. What was sealed with that one is dropped, so that every door says that its
/// keys are missing.
Result<std::string> renewKey(const std::string &data);
/// May run while another process serves the folder.
Result<std::string> backup(const std::string &data, const std::string &file);
/// Goes on from a copy that backup() made; what stood in the folder is kept beside it. Busy while a server has the folder.
Result<std::string> restore(const std::string &data, const std::string &file);

struct EvaluateCommand {
    std::string task; ///< "triage"
    std::string input; ///< file of JSON lines; empty: standard input
    std::string output; ///< file for the predictions; empty: standard output
};
/// Predictions go to the output line by line, the table of the labelled rows to standard error. Invalid when not one row could
/// be read. No network is used.
Result<std::string> run(const EvaluateCommand &command);

/// "127.0.0.1:8080", "[::1]:8080".
struct ListenAddress {
    std::string address;
    std::uint16_t port = 0;
};
Result<ListenAddress> parseListen(const std::string &text);

} // namespace foredeck
