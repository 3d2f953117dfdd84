#include "server/storage/metarepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

std::optional<std::string> MetaRepository::get(Tx &tx, std::string_view name)
{
    return rows::first(tx, sql::meta_get, {{"name", name}}, [](const Row &row) { return std::optional {rows::textAt(row, 0)}; });
}

void MetaRepository::set(WriteTx &tx, std::string_view name, std::string_view value)
{
    tx.run(sql::meta_set, {{"name", name}, {"value", Blob {value}}});
}

std::string MetaRepository::setIfAbsent(WriteTx &tx, std::string_view name, std::string_view value)
{
    tx.run(sql::meta_set_if_absent, {{"name", name}, {"value", Blob {value}}});
    return get(tx, name).value_or(std::string {});
}

void MetaRepository::remove(WriteTx &tx, std::string_view name) { tx.run(sql::meta_remove, {{"name", name}}); }

} // namespace foredeck
