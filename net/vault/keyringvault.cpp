#include "net/vault/vault.h"

#include <QCoreApplication>

#include <qt6keychain/keychain.h>

namespace foredeck {

namespace {

QString service() { return QStringLiteral("foredeck"); }

Error errorOfJob(const QKeychain::Job &job)
{
    const std::string detail = job.errorString().toStdString();
    switch (job.error()) {
    case QKeychain::EntryNotFound: // the same when the keyring is locked
        return Error::of(Error::Kind::NotFound, detail);
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return Error::of(Error::Kind::Forbidden, detail);
    default:
        return Error::of(Error::Kind::NotConfigured, detail);
    }
}

class KeyringVault final : public Vault {
public:
    void read(const QString &address, Read done) override
    {
        auto *job = new QKeychain::ReadPasswordJob {service(), qApp};
        job->setKey(address);
        run(job, [job, done = std::move(done)] {
            if (job->error() == QKeychain::NoError)
                done(job->textData());
            else
                done(errorOfJob(*job));
        });
    }
    void write(const QString &address, const QString &secret, Done done) override
    {
        auto *job = new QKeychain::WritePasswordJob {service(), qApp};
        job->setKey(address);
        job->setTextData(secret);
        run(job, finish(job, std::move(done)));
    }
    void remove(const QString &address, Done done) override
    {
        auto *job = new QKeychain::DeletePasswordJob {service(), qApp};
        job->setKey(address);
        run(job, finish(job, std::move(done)));
    }

private:
    static std::function<void()> finish(QKeychain::Job *job, Done done)
    {
        return [job, done = std::move(done)] { done(job->error() == QKeychain::NoError ? Result<void> {} : Result<void> {errorOfJob(*job)}); };
    }
    /// The job belongs to the application and deletes itself; the answer is dropped when the vault has gone.
    void run(QKeychain::Job *job, std::function<void()> finished)
    {
        job->setAutoDelete(true);
        QObject::connect(job, &QKeychain::Job::finished, &m_context, std::move(finished));
        job->start();
    }

    QObject m_context;
};

class NoVault final : public Vault {
public:
    void read(const QString &, Read done) override { done(notConfigured()); }
    void write(const QString &, const QString &, Done done) override { done(notConfigured()); }
    void remove(const QString &, Done done) override { done(notConfigured()); }

private:
    static Error notConfigured() { return Error::of(Error::Kind::NotConfigured, "no keyring is used here"); }
};

} // namespace

std::unique_ptr<Vault> makeKeyringVault() { return std::make_unique<KeyringVault>(); }
std::unique_ptr<Vault> makeNoVault() { return std::make_unique<NoVault>(); }

} // namespace foredeck
