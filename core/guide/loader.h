#pragma once

#include "core/guide/nodereader.h"

namespace faultline::guide {

/// Reads the built-in guide's YAML texts into a Guide. Its first mistake is told as an Error.
class GuideLoader
{
public:
    base::Result<Guide> load(const std::vector<QByteArray> &yamlTexts);

private:
    void readDocument(const QJsonObject &document);
    void readMeta(const QJsonObject &document);
    void readKindEntries(const QJsonObject &entries);
    void readLayers(const QJsonObject &document);
    void fail(const QString &where, const QString &detail);

    Guide m_guide;
    Complaints m_complaints{QStringLiteral("guide"), {}};
};

} // namespace faultline::guide
