#pragma once

#include "cmake/precompiled/standard.h"

#include <QAbstractItemModel>
#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QMetaObject>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>
#include <QThread>
#include <QTimer>
#include <QVariant>
