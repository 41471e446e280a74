#include "ui/common/copybutton.h"

#include <QtCore/QEvent>
#include <QtCore/QTimer>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

#include <chrono>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {
constexpr std::chrono::milliseconds kSaidSo{1500};
}

CopyButton::CopyButton(QWidget *parent) : QPushButton(parent)
{
    setProperty("role", u"link"_s);
    setAutoDefault(false);
    setEnabled(false);
    connect(this, &QPushButton::clicked, this, &CopyButton::copy);
    retranslate();
}

void CopyButton::setCopyText(const QString &text)
{
    m_text = text;
    setEnabled(!text.isEmpty());
}

void CopyButton::setSubject(const QString &subject)
{
    m_subject = subject;
    retranslate();
}

void CopyButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QPushButton::changeEvent(event);
}

void CopyButton::copy()
{
    QGuiApplication::clipboard()->setText(m_text);
    setText(tr("Copied"));
    QTimer::singleShot(kSaidSo, this, &CopyButton::retranslate);
    Q_EMIT copied();
}

void CopyButton::retranslate()
{
    setText(tr("Copy"));
    setAccessibleName(m_subject.isEmpty() ? tr("Copy") : tr("Copy: %1").arg(m_subject));
}

} // namespace faultline::ui
