#include "core/source/filesource.h"

#include "core/base/background.h"
#include "core/source/filereader.h"
#include "core/source/rawobject.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QFutureWatcher>

using namespace Qt::StringLiterals;

namespace faultline::source {

namespace {

/// What the worker sends: progress, and at last the result.
struct Message {
    std::vector<Progress> progress;
    std::optional<base::Result<Snapshot>> result;
    QByteArray standardInput = {};
};

using Cancelled = std::shared_ptr<std::atomic_bool>;

void work(QPromise<Message> &promise, const FileRequest &request, const Cancelled &cancelled)
{
    FileReader reader(request, cancelled.get(), [&](const std::vector<Progress> &lines) {
        promise.addResult(Message{lines, std::nullopt});
    });
    const auto result = reader.read();
    promise.addResult(Message{{}, result, reader.standardInput()});
}

} // namespace

FileSource::FileSource(FileRequest request, QObject *parent) : Source(parent), m_request(std::move(request)) {}

FileSource::~FileSource() { abandon(); }

/// The worker stops by itself; nobody listens to it any more.
void FileSource::abandon()
{
    if (m_cancelled)
        m_cancelled->store(true);
    m_cancelled.reset();
    // It may be a signal of this very watcher that led here.
    if (m_watcher) {
        m_watcher->disconnect(this);
        m_watcher->deleteLater();
    }
    m_watcher.clear();
}

Origin FileSource::origin() const
{
    if (m_last.cluster)
        return m_last.origin;
    Origin origin;
    origin.type = m_request.type;
    origin.files = m_request.paths;
    origin.nameSpace = m_request.nameSpace;
    return origin;
}

void FileSource::load()
{
    abandon();
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    auto *watcher = new QFutureWatcher<Message>(this);
    m_watcher = watcher;
    connect(watcher, &QFutureWatcherBase::resultReadyAt, this, [this, watcher](int index) {
        const Message message = watcher->resultAt(index);
        m_standardInput = message.standardInput;
        message.result ? finish(*message.result) : progress(message.progress);
    });
    watcher->setFuture(QtConcurrent::run(&work, m_request, m_cancelled));
}

void FileSource::finish(const base::Result<Snapshot> &result)
{
    abandon();
    if (!result) {
        Q_EMIT failed(result.error());
        return;
    }
    m_last = *result;
    Q_EMIT loaded(m_last);
}

void FileSource::cancel()
{
    if (!m_cancelled)
        return;
    abandon();
    QMetaObject::invokeMethod(
        this,
        [this] {
            Q_EMIT failed({base::Error::Kind::Cancelled, u"reading was cancelled"_s, {}});
        },
        Qt::QueuedConnection);
}

void FileSource::fetchLogs(const std::vector<model::LogKey> &keys)
{
    std::map<model::LogKey, model::LogText> logs;
    for (const model::LogKey &key : keys) {
        const model::LogText known = m_last.cluster ? m_last.cluster->log(key) : model::LogText();
        const bool isKnown = known.state != model::LogText::State::NotFetched;
        logs[key] = isKnown ? known : model::LogText{model::LogText::State::Unavailable, u"no such log in the files"_s};
    }
    QMetaObject::invokeMethod(
        this, [this, logs] { Q_EMIT logsFetched(logs); }, Qt::QueuedConnection);
}

base::Result<std::unique_ptr<Source>> FileSource::again(const std::shared_ptr<Recorder> &recorder) const
{
    if (m_request.paths.contains(u"-"_s)) {
        return base::failure(base::Error::Kind::Unsupported,
                             u"standard input cannot be read a second time; save it to a file and open that"_s);
    }
    FileRequest request = m_request;
    request.recorder = recorder;
    return std::make_unique<FileSource>(std::move(request));
}

void FileSource::fetchRaw(const model::ObjectRef &ref)
{
    const auto work = [paths = m_request.paths, ref] { return rawObject(paths, ref); };
    base::inBackground(this, work, [this, ref](const base::Result<QByteArray> &json) {
        Q_EMIT rawFetched(ref, json.value_or(QByteArray()), json ? QString() : json.error().toString());
    });
}

void FileSource::fetchObjects(const std::vector<model::ObjectRef> &refs)
{
    const auto work = [paths = m_request.paths, input = m_standardInput, refs] {
        return rawObjects(paths, input, refs);
    };
    base::inBackground(this, work, [this](const RawObjects &objects) { Q_EMIT objectsFetched(objects); });
}

} // namespace faultline::source
