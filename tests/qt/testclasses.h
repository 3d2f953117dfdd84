#pragma once

#include <QtTest>

#include <functional>
#include <string>
#include <vector>

namespace foredeck::test {

/// The Qt test classes of one program. A folder's tests stand in one program, since reading the headers, moc and linking
/// for each class anew cost more than compiling them; a process still runs one class, so that none sees what another left.
class TestClasses {
public:
    /// Makes the test object and runs it with Qt Test's own arguments; the number of failures.
    using Run = std::function<int(int argc, char **argv)>;

    static void add(std::string name, Run run);
    /// Runs the class that the first argument names, in capitals or not (a file's name does); without one, or with an unknown one, tells the names and returns 2.
    static int run(int argc, char **argv);

private:
    struct Class {
        std::string name;
        Run run;
    };
    static std::vector<Class> &all();
};

/// Adds a class before main() begins.
template<typename TestObject> struct AddedTest {
    explicit AddedTest(const char *name)
    {
        TestClasses::add(name, [](int argc, char **argv) {
            TestObject object;
            return QTest::qExec(&object, argc, argv);
        });
    }
};

} // namespace foredeck::test

/// In place of QTEST_MAIN, in the file of the class.
#define FOREDECK_QT_TEST(TestObject) static const foredeck::test::AddedTest<TestObject> added##TestObject {#TestObject};
