#include "tests/qt/testclasses.h"

#include <QApplication>

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    app.setAttribute(Qt::AA_Use96Dpi, true); // as QTEST_MAIN: a picture does not depend on the screen
    return foredeck::test::TestClasses::run(argc, argv);
}
