#include "server/services/evaluate/classtable.h"
#include "tools/train/samples.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>

#include <CLI/CLI.hpp>

using namespace foredeck;
using namespace foredeck::training;

namespace {

void tell(const std::string &name, const HeldOut &readings, float threshold)
{
    ClassTable table;
    for (const auto &[odds, says] : readings)
        table.add(says ? "yes" : "no", odds >= threshold ? "yes" : "no");
    const auto yes = table.of("yes");
    double surestOther = -99;
    for (const auto &[odds, says] : readings)
        surestOther = says ? surestOther : std::max(surestOther, odds);
    const auto above = std::count_if(readings.begin(), readings.end(), [&](const auto &r) { return r.first > surestOther; });
    std::printf("%-16s %5zu of %zu rows  precision %.3f  recall %.3f  F1 %.3f  from log-odds %.2f; %zu above any other row, %.2f\n", name.c_str(), yes.labelled, table.rows(),
        yes.precision(), yes.recall(), yes.f1(), static_cast<double>(threshold), static_cast<std::size_t>(above), surestOther);
}

void writeHeldOut(const std::string &file, const std::vector<HeldOut> &readings, const std::vector<Row> &rows)
{
    std::ofstream out {file};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (const auto &head : readings)
            out << head[i].first << '\t';
        out << rows[i].language << '\t' << rows[i].text << '\n';
    }
}

} // namespace

int main(int argc, char **argv)
{
    CLI::App app {"Trains what a text is read by (docs/models.md): rows in, model file out", "foredeck-train"};
    std::string what;
    std::vector<std::string> files;
    std::string output;
    std::string heldOutFile;
    app.add_option("what", what, "signs or language")->required()->check(CLI::IsMember({"signs", "language"}));
    app.add_option("rows", files, "Files of labelled rows")->required();
    app.add_option("--output", output, "The model file")->required();
    app.add_option("--held-out", heldOutFile, "Writes what a model that has not seen a row reads in it: log-odds by head, and the row");
    CLI11_PARSE(app, argc, argv);

    const auto rows = readAllRows(files);
    if (rows.hasError()) {
        std::fprintf(stderr, "foredeck-train: %s\n", rows.error().detail.c_str());
        return 2;
    }
    const auto lesson = what == "signs" ? signLesson(rows.value()) : languageLesson(rows.value());
    const auto readings = heldOut(lesson.plain, lesson.more, lesson.places, rounds);
    std::vector<Trainer::Named> heads;
    for (std::size_t head = 0; head < lesson.heads.size(); ++head) {
        heads.push_back({lesson.heads[head], bestThreshold(readings[head], lesson.missedWeigh[head], -4.0F)});
        tell(heads.back().name, readings[head], heads.back().threshold);
    }
    if (!heldOutFile.empty())
        writeHeldOut(heldOutFile, readings, rows.value());
    std::ofstream {output, std::ios::binary} << trainedOnAll(lesson.plain, lesson.more, lesson.places, rounds).file(heads);
    return 0;
}
