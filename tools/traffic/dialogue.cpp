#include "tools/traffic/dialogue.h"

#include "net/codec/codec.h"

#include <array>

namespace foredeck::traffic {

namespace {

struct Line {
    Dialogue dialogue;
    std::vector<std::array<std::string, 2>> turns;
};

} // namespace

} // namespace foredeck::traffic

namespace foredeck {

template <>
struct Fields<traffic::Line> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.dialogue.id);
        v("industry", x.dialogue.industry);
        v("client", x.dialogue.client);
        v("channel", x.dialogue.channel);
        v("name", x.dialogue.name);
        v("phone", x.dialogue.phone);
        v("email", x.dialogue.email);
        v("language", x.dialogue.language);
        v("at", x.dialogue.at);
        v.required("turns", x.turns);
    }
};

} // namespace foredeck

namespace foredeck::traffic {

Result<std::vector<Dialogue>> readDialogues(std::istream &in, std::size_t limit)
{
    std::vector<Dialogue> dialogues;
    std::string text;
    for (int number = 1; std::getline(in, text) && (limit == 0 || dialogues.size() < limit); ++number) {
        if (text.empty())
            continue;
        auto line = decode<Line>(text);
        if (line.hasError())
            return Error::invalid("line " + std::to_string(number), line.error().detail);
        Dialogue dialogue = std::move(line.value().dialogue);
        for (auto &[role, said] : line.value().turns) {
            if (role == "lead")
                dialogue.turns.push_back(std::move(said));
        }
        dialogues.push_back(std::move(dialogue));
    }
    return dialogues;
}

} // namespace foredeck::traffic
