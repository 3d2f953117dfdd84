#pragma once

#include "models/core/id.h"
#include "models/core/open.h"

#include <cstdint>
#include <string>

namespace foredeck {

enum class Visibility { Unknown, Public, Internal };
template <>
struct EnumNames<Visibility> {
    static constexpr std::array names {std::pair {Visibility::Public, std::string_view {"public"}}, std::pair {Visibility::Internal, std::string_view {"internal"}}};
};

struct KnowledgeBase {
    KnowledgeBaseId id;
    ClientId client;
    std::string name;
    std::string description;
    std::int64_t documents = 0;
    std::int64_t version = 1;
};

/// A document of a base. `kind` "faq": `title` is the question, `text` the answer, one passage.
struct Document {
    DocumentId id;
    ClientId client;
    KnowledgeBaseId base;
    std::string kind = "faq";
    std::string title;
    std::string text;
    std::string language;
    std::string category;
    Open<Visibility> visibility {Visibility::Public};
    std::string sha256; ///< of title and text, hex: the same content is not stored twice in one base
    Timestamp updatedAt;
    std::int64_t version = 1;
};

/// In what a person decides of it; its language is read from its words.
inline bool sameWish(const Document &a, const Document &b)
{
    return a.title == b.title && a.text == b.text && a.category == b.category && a.visibility == b.visibility;
}

} // namespace foredeck
