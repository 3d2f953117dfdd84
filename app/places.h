#pragma once

#include <QString>

namespace foredeck {

/// Where things are on this computer. The sample and a person's own business have folders of their own that never meet.
class Places {
public:
    /// `profile`: the folder of --profile, or empty for the user's data folder. `sample`: of --sample, or empty.
    Places(const QString &profile, const QString &sample);

    QString server(bool sample) const { return root(sample) + QStringLiteral("/server"); }
    QString console(bool sample) const { return root(sample) + QStringLiteral("/console"); }
    QString doors() const { return root(true) + QStringLiteral("/doors.json"); }
    QString ledger() const { return root(true) + QStringLiteral("/traffic.jsonl"); }
    QString remote() const { return m_base + QStringLiteral("/remote"); }
    QString settings() const { return m_settings; }
    QString log(const QString &program) const;
    bool hasStore(bool sample) const;
    /// The sample's description and dialogues: --sample, the installed folder, or the one of the source tree around the
    /// build folder. Empty when there is none.
    QString sampleFolder() const { return m_sample; }
    /// foredeckd and foredeck-traffic stand beside this program, or in ../libexec/foredeck. Empty when not found.
    QString program(const QString &name) const;

private:
    QString root(bool sample) const { return m_base + (sample ? QStringLiteral("/sample") : QStringLiteral("/business")); }

    QString m_base;
    QString m_settings;
    QString m_state;
    QString m_sample;
};

} // namespace foredeck
