#include "server/storage/clientrepository.h"
#include "server/storage/knowledgerepository.h"
#include "server/storage/ownerlookup.h"
#include "tests/storage/storefixture.h"

using namespace foredeck;

namespace {

class KnowledgeTest : public StoreTest {
protected:
    KnowledgeTest() : client(makeClient()), base(makeBase(client.id)) { }
    KnowledgeBase makeBase(const ClientId &of)
    {
        KnowledgeBase made {KnowledgeBaseId::make(clock.now()), of, "FAQ", "", 0, 1};
        write([&](WriteTx &tx) { KnowledgeRepository::insertBase(tx, made); });
        return made;
    }
    Document make(const std::string &title, const std::string &text, const KnowledgeBase &in)
    {
        Document document;
        document.id = DocumentId::make(clock.now());
        document.client = in.client;
        document.base = in.id;
        document.title = title;
        document.text = text;
        document.sha256 = "hash of " + title + text;
        document.updatedAt = clock.now();
        return document;
    }
    Document add(const std::string &title, const std::string &text) { return add(title, text, base); }
    Document add(const std::string &title, const std::string &text, const KnowledgeBase &in)
    {
        auto document = make(title, text, in);
        write([&](WriteTx &tx) { KnowledgeRepository::insert(tx, document); });
        return document;
    }
    std::vector<SearchHit> hits(const std::vector<SearchWord> &words, bool internalToo = false) { return hits(client.id, words, internalToo); }
    std::vector<SearchHit> hits(const ClientId &of, const std::vector<SearchWord> &words, bool internalToo = false)
    {
        return get<std::vector<SearchHit>>([&](Tx &tx) { return KnowledgeRepository::search(tx, of, {words, internalToo, 20}); });
    }
    std::vector<std::string> found(const std::vector<SearchWord> &words, bool internalToo = false)
    {
        std::vector<std::string> list;
        for (const auto &hit : hits(words, internalToo))
            list.push_back(hit.document.value);
        return list;
    }
    std::int64_t documentsOf(const KnowledgeBase &of)
    {
        return get<std::optional<KnowledgeBase>>([&](Tx &tx) { return KnowledgeRepository::base(tx, of.client, of.id); })->documents;
    }
    Client client;
    KnowledgeBase base;
    using List = std::vector<std::string>;
};

} // namespace

TEST_F(KnowledgeTest, DocumentsComeBackAndAreCounted)
{
    auto document = add("When is check-in?", "From 15:00.");
    EXPECT_EQ(documentsOf(base), 1);
    const auto stored = [&] { return get<std::optional<Document>>([&](Tx &tx) { return KnowledgeRepository::document(tx, client.id, document.id); }); };
    EXPECT_EQ(wire(stored()), wire(document));
    EXPECT_EQ(get<std::optional<Document>>([&](Tx &tx) { return KnowledgeRepository::byHash(tx, client.id, base.id, document.sha256); })->id, document.id);
    EXPECT_EQ(get<std::optional<ClientId>>([&](Tx &tx) { return clientOf(tx, document.id); }), client.id);

    base.name = "Questions";
    write([&](WriteTx &tx) { KnowledgeRepository::updateBase(tx, base); });
    EXPECT_EQ(documentsOf(base), 1) << "the count is the store's";
    const auto second = makeBase(client.id);
    document.base = second.id;
    document.text = "From 16:00.";
    write([&](WriteTx &tx) { KnowledgeRepository::update(tx, document); });
    EXPECT_EQ(document.version, 2);
    EXPECT_EQ(wire(stored()), wire(document));
    EXPECT_EQ(documentsOf(base), 0);
    EXPECT_EQ(documentsOf(second), 1);
    EXPECT_EQ(get<std::vector<KnowledgeBase>>([&](Tx &tx) { return KnowledgeRepository::bases(tx, client.id); })[1].documents, 1);

    bool removed = false;
    const auto remove = [&] {
        write([&](WriteTx &tx) { removed = KnowledgeRepository::remove(tx, client.id, document.id); });
        return removed;
    };
    EXPECT_TRUE(remove());
    EXPECT_FALSE(remove());
    EXPECT_FALSE(stored());
    EXPECT_EQ(documentsOf(second), 0);
}

TEST_F(KnowledgeTest, TheSameContentTwiceInOneBaseIsAConflict)
{
    add("Parking?", "Behind the house.");
    EXPECT_EQ(failure([&](WriteTx &tx) { KnowledgeRepository::insert(tx, make("Parking?", "Behind the house.", base)); }).kind, Error::Kind::Conflict);
    EXPECT_EQ(documentsOf(base), 1);
    EXPECT_EQ(hits({{"parking", false}}).size(), 1u) << "the index holds nothing of what was refused";
    add("Parking?", "Behind the house.", makeBase(client.id));
}

TEST_F(KnowledgeTest, PagesByChangeAndById)
{
    std::vector<std::string> byChange;
    std::vector<std::string> byId;
    for (int i = 0; i < 9; ++i) {
        clock.advance(std::chrono::milliseconds {i % 3 == 0 ? 1 : 0});
        const auto id = add("Question " + std::to_string(i), "Answer").id.value;
        byChange.insert(byChange.begin(), id);
        byId.push_back(id);
    }
    const auto all = [&](const std::function<Page<Document>(Tx &, const PageRequest &)> &query) {
        List list;
        PageRequest request {4, {}};
        do {
            const auto page = get<Page<Document>>([&](Tx &tx) { return query(tx, request); });
            const auto part = ids(page.items);
            list.insert(list.end(), part.begin(), part.end());
            request.cursor = page.next;
        } while (!request.cursor.empty());
        return list;
    };
    EXPECT_EQ(all([&](Tx &tx, const PageRequest &page) { return KnowledgeRepository::documents(tx, client.id, base.id, page); }), byChange);
    EXPECT_EQ(all([&](Tx &tx, const PageRequest &page) { return KnowledgeRepository::allDocuments(tx, client.id, page); }), byId);
}

TEST_F(KnowledgeTest, FindsWordsPrefixesAndDiacriticsBestFirst)
{
    const auto inTitle = add("Is there parking?", "Yes.");
    const auto inText = add("How do I arrive?", "By car there is parking near the old harbour, by train it is a walk of ten minutes.");
    const auto spanish = add("¿Dónde está el jardín?", "Detrás de la casa.");
    EXPECT_EQ(found({{"PARKING", false}}), (List {inTitle.id.value, inText.id.value}));
    EXPECT_EQ(found({{"jardin", false}}), List {spanish.id.value});
    EXPECT_EQ(found({{"jardin", false}, {"harbour", false}}).size(), 2u);
    EXPECT_EQ(found({{"harb", false}}), List {});
    EXPECT_EQ(found({{"harb", true}}), List {inText.id.value});
    EXPECT_EQ(found({}), List {});
    const auto scores = hits({{"parking", false}});
    EXPECT_LT(scores[0].bm25, scores[1].bm25);
    EXPECT_LT(scores[1].bm25, 0);
}

TEST_F(KnowledgeTest, FollowsChangesAndRemovals)
{
    auto document = add("Pets?", "Dogs are welcome.");
    document.text = "Cats are welcome.";
    write([&](WriteTx &tx) { KnowledgeRepository::update(tx, document); });
    EXPECT_EQ(found({{"dogs", false}}), List {});
    EXPECT_EQ(found({{"cats", false}}), List {document.id.value});
    failure([&](WriteTx &tx) {
        KnowledgeRepository::remove(tx, client.id, document.id);
        tx.fail(Error::of(Error::Kind::Conflict, "no"));
    });
    EXPECT_EQ(found({{"cats", false}}), List {document.id.value});
    write([&](WriteTx &tx) { KnowledgeRepository::remove(tx, client.id, document.id); });
    EXPECT_EQ(found({{"cats", false}}), List {});
}

TEST_F(KnowledgeTest, InternalDocumentsAreForTheTeam)
{
    auto secret = make("Door code?", "Nobody's business.", base);
    secret.visibility = Visibility::Internal;
    write([&](WriteTx &tx) { KnowledgeRepository::insert(tx, secret); });
    EXPECT_EQ(found({{"code", false}}), List {});
    EXPECT_EQ(found({{"code", false}}, true), List {secret.id.value});
}

TEST_F(KnowledgeTest, WhateverAWordHoldsIsTextAndNeverSyntax)
{
    add("Plain", "nothing to see NEAR AND OR NOT here");
    for (const std::string word : {"\"", "\"\"", "\" OR \"plain", "a\" OR text : \"nothing", "*", "^plain", "plain*", "(", ")", "NEAR(", "AND",
             "title:plain", "{title text}", "-", "+", "'; DROP TABLE document; --", "", " ", ":", "\\", "\xff\xfe", "😀"}) {
        for (const bool prefix : {false, true}) {
            const auto result = store->read([&](Tx &tx) { KnowledgeRepository::search(tx, client.id, {{{word, prefix}}, false, 20}); });
            EXPECT_TRUE(result.hasValue()) << word << ": " << (result.hasError() ? result.error().detail : "");
        }
    }
    EXPECT_EQ(found({{std::string {"pl\0ain", 6}, false}}).size(), 1u) << "a NUL is left out";
    EXPECT_EQ(found({{std::string {"\0", 1}, false}}), List {});
    EXPECT_EQ(found({{"\" OR \"nothing", false}}), List {}) << "one phrase of two words that do not stand together so";
    EXPECT_EQ(found({{"title:plain", false}}), List {});
    EXPECT_EQ(found({{"AND", false}}).size(), 1u);
    std::vector<SearchWord> many(300, SearchWord {"plain", true});
    EXPECT_EQ(found(many).size(), 1u);
}

TEST_F(KnowledgeTest, OneTenantsTextsSayNothingToAnother)
{
    const auto own = add("Is there parking?", "Yes.");
    const auto alone = hits({{"parking", false}});
    const auto other = makeClient("other");
    const auto otherBase = makeBase(other.id);
    for (int i = 0; i < 50; ++i)
        add("Parking " + std::to_string(i), "parking parking parking", otherBase);
    EXPECT_EQ(hits({{"parking", false}}), alone) << "not even the score moves";
    EXPECT_EQ(found({{"parking", false}}), List {own.id.value});
    EXPECT_EQ(hits(other.id, {{"yes", false}}).size(), 0u);
    const auto foreign = store->read([&](Tx &tx) { KnowledgeRepository::search(tx, ClientId {"x\" UNION"}, {{{"a", false}}, false, 1}); });
    ASSERT_TRUE(foreign.hasError());
    EXPECT_EQ(foreign.error().kind, Error::Kind::Invalid);
}
