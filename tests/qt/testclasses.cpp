#include "tests/qt/testclasses.h"

#include <algorithm>
#include <cstdio>

namespace foredeck::test {

std::vector<TestClasses::Class> &TestClasses::all()
{
    static std::vector<Class> classes;
    return classes;
}

void TestClasses::add(std::string name, Run run) { all().push_back({std::move(name), std::move(run)}); }

int TestClasses::run(int argc, char **argv)
{
    const QString asked = argc > 1 ? QString::fromUtf8(argv[1]) : QString();
    const auto found = std::find_if(all().begin(), all().end(), [&asked](const Class &one) { return asked.compare(QString::fromStdString(one.name), Qt::CaseInsensitive) == 0; });
    if (found == all().end()) {
        std::fprintf(stderr, "Usage: %s CLASS [what Qt Test takes]; the classes are\n", argv[0]);
        for (const Class &one : all())
            std::fprintf(stderr, "  %s\n", one.name.c_str());
        return 2;
    }
    std::vector<char *> rest {argv[0]};
    rest.insert(rest.end(), argv + 2, argv + argc);
    const int count = static_cast<int>(rest.size());
    rest.push_back(nullptr);
    return found->run(count, rest.data());
}

} // namespace foredeck::test
