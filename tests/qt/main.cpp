#include "tests/qt/testclasses.h"

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    return foredeck::test::TestClasses::run(argc, argv);
}
