#pragma once

#include <QtCore/QByteArrayView>

namespace faultline::kube {

/// Steps over JSON without reading it. At the end of the text every step stays there.
class Skipper
{
public:
    explicit Skipper(QByteArrayView json) : m_json(json) {}

    bool take(char wanted)
    {
        space();
        if (m_at < m_json.size() && m_json[m_at] == wanted) {
            ++m_at;
            return true;
        }
        return false;
    }

    /// The text between quotes, escapes left as they are.
    QByteArrayView string()
    {
        if (!take('"')) {
            return {};
        }
        const qsizetype begin = m_at;
        while (m_at < m_json.size() && m_json[m_at] != '"') {
            m_at += m_json[m_at] == '\\' ? 2 : 1;
        }
        m_at = qMin(m_at, m_json.size());
        const QByteArrayView text = m_json.sliced(begin, m_at - begin);
        m_at = qMin(m_at + 1, m_json.size());
        return text;
    }

    QByteArrayView value()
    {
        space();
        const qsizetype begin = m_at;
        int depth = 0;
        do {
            const char c = m_at < m_json.size() ? m_json[m_at] : '\0';
            if (c == '"') {
                string();
                continue;
            }
            depth += (c == '{' || c == '[') ? 1 : (c == '}' || c == ']') ? -1 : 0;
            ++m_at;
        } while (m_at < m_json.size() && (depth > 0 || !endsScalar()));
        m_at = qMin(m_at, m_json.size());
        return m_json.sliced(begin, m_at - begin);
    }

private:
    bool endsScalar() const
    {
        const char c = m_json[m_at];
        return c == ',' || c == '}' || c == ']';
    }

    void space()
    {
        while (m_at < m_json.size() && QByteArrayView(" \t\r\n").contains(m_json[m_at])) {
            ++m_at;
        }
    }

    QByteArrayView m_json;
    qsizetype m_at = 0;
};

} // namespace faultline::kube
