#include "server/services/evaluate/evaluation.h"

#include "net/codec/jsonwriter.h"

#include <istream>
#include <ostream>

namespace foredeck {

namespace {

std::string failure(const std::string &id, std::string_view why)
{
    JsonWriter json;
    json.beginObject();
    json.key("id");
    json.raw(id);
    json.key("error");
    json.string(why);
    json.endObject();
    return json.take();
}

} // namespace

std::string Evaluation::answer(std::string_view row)
{
    const auto root = m_document.parse(row);
    if (root.hasError())
        return failure("null", root.error().detail);
    if (!root.value().isObject())
        return failure("null", "a row must be an object");
    const JsonValue member = root.value()["id"];
    const bool named = member.asString() || member.asInteger();
    const std::string id = named ? member.toJson() : "null";
    if (!named)
        return failure(id, "id: must be a text or a whole number");
    const auto prediction = predict(root.value(), id);
    if (prediction.hasError())
        return failure(id, prediction.error().detail);
    ++m_answered;
    return prediction.value();
}

void evaluate(Evaluation &evaluation, std::istream &in, std::ostream &out)
{
    for (std::string line; std::getline(in, line);) {
        if (line.find_first_not_of(" \t\r") != std::string::npos)
            out << evaluation.answer(line) << '\n';
    }
}

} // namespace foredeck
