#pragma once

#include "models/domain/knowledge.h"
#include "server/services/language/stem.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

struct ScoredPassage {
    const Document *document = nullptr; ///< lives as long as the index
    double score = 0; ///< 0–1, comparable with the client's answer floor
    int agreeing = 0; ///< terms that question and passage share, without days, numbers and "when"
    bool byConcepts = false; ///< all of these are concepts of several languages: no agreement by chance
};

/// One client's public documents, prepared for questions. Immutable after building; safe from any thread.
///
/// Score, all weights by inverse document frequency in this client's own documents:
///   asked   share of the question's terms that the passage has (in its answer only: half; rare ones 0.8)
///   title   share of the passage's own question that was asked (its three weightiest terms)
///   rank    BM25 of the full-text index relative to the best hit, where it is given
///   evidence  what agrees, as a share of 0.7 of the weight of a term that only one document knows; at most 1
///   score = (0.62·asked + 0.28·title)·evidence + 0.10·rank, the first part times 0.85 when neither share reaches 0.65; times 0.75 in another language than the question's
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
        std::vector<Term> titleTerms; ///< each key once
        std::vector<std::string> title; ///< their keys, sorted
        std::vector<std::string> body;
    };
    /// A word of ours that a mistyped one is a slip away from; else the word.
    std::string nearestKnown(const std::string &term) const;
    struct Counts {
        std::map<std::string, int, std::less<>> documents; ///< by term
        double total = 0;
    };
    /// Of the documents in the question's language, else in that of most of them: the same answer in four languages is still rare.
    const Counts &countsFor(std::string_view language) const;
    static double weightOf(const Counts &counts, const Term &term);
    static double weightOfTitle(const Counts &counts, const Passage &passage);
    static ScoredPassage scoreOf(const Counts &counts, const Passage &passage, const std::vector<Term> &asked, double askedWeight);

    std::vector<Passage> m_passages;
    std::map<std::string, Counts, std::less<>> m_counts; ///< by language; "": all
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
