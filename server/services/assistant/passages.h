#pragma once

#include "models/domain/knowledge.h"
#include "server/services/language/stem.h"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace foredeck {

struct ScoredPassage {
    const Document *document = nullptr; ///< lives as long as the index
    double score = 0; ///< 0–1, comparable with the client's answer floor
};

/// One client's public documents, prepared for questions. Immutable after building; safe from any thread.
///
/// Score, all weights by inverse document frequency in this client's own documents:
///   asked   share of the question's terms that the passage has (in its answer only: half)
///   title   share of the passage's own question that was asked
///   rank    BM25 of the full-text index relative to the best hit, where it is given
///   score = 0.62·asked + 0.28·title + 0.10·rank, times 0.9 when nothing but one common term agrees
/// Terms are stems and concepts (language/stem.h), so a German question can find an English answer.
class PassageIndex {
public:
    explicit PassageIndex(std::vector<Document> documents);

    /// The best first, at most `limit`. `language` is the question's; passages in it are preferred. `bm25` by document id,
    /// negative as SQLite gives it; empty: not known.
    std::vector<ScoredPassage> rank(std::string_view question, std::string_view language, const std::map<DocumentId, double> &bm25, std::size_t limit) const;

    std::size_t size() const noexcept { return m_passages.size(); }

private:
    struct Passage {
        Document document;
        std::vector<std::string> title; ///< distinct term keys
        std::vector<std::string> body;
        double titleWeight = 0;
    };
    double weightOf(const std::string &term) const;
    double scoreOf(const Passage &passage, const std::vector<Term> &asked, double askedWeight) const;

    std::vector<Passage> m_passages;
    std::unordered_map<std::string, int> m_documentCount; ///< by term
};

/// Where the assistant looks things up.
class Knowledge {
public:
    virtual ~Knowledge() = default;
    virtual std::vector<ScoredPassage> find(std::string_view question, std::string_view language, std::size_t limit) const = 0;
};

/// The words to look for in the full-text index: the question's own and their stems as prefixes.
std::vector<std::string> searchWordsOf(std::string_view question, std::string_view language);

} // namespace foredeck
