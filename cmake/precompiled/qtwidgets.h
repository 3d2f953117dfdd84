#pragma once

#include "cmake/precompiled/qtcore.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QFontMetrics>
#include <QIcon>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTextLayout>
#include <QWidget>
