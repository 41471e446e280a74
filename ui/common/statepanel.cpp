#include "ui/common/statepanel.h"

#include "ui/common/badge.h"
#include "ui/common/copybutton.h"
#include "ui/common/parts.h"
#include "ui/common/waitlist.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

constexpr int kPageWidth = 592;
constexpr int kCodeHeight = 240;

State stateOf(Face::Kind kind)
{
    switch (kind) {
    case Face::Kind::Empty:
        return State::Intended;
    case Face::Kind::Loading:
        return State::Waiting;
    case Face::Kind::Denied:
    case Face::Kind::Stale:
    case Face::Kind::Notice:
        return State::Suspected;
    case Face::Kind::Failed:
        break;
    }
    return State::Fault;
}

} // namespace

StatePanel::StatePanel(Form form, QWidget *parent)
    : QFrame(parent),
      m_form(form),
      m_badge(new Badge(form == Form::Page ? 40 : 20, this)),
      m_title(makeLabel(form == Form::Page ? "title"_L1 : ""_L1, this)),
      m_body(makeSelectableLabel(""_L1, this)),
      m_where(makeSelectableLabel("dim"_L1, this)),
      m_codeFrame(makeFrame("code"_L1, this)),
      m_code(makeSelectableLabel(""_L1, m_codeFrame)),
      m_copy(new CopyButton(m_codeFrame)),
      m_progress(new QProgressBar(this)),
      m_waiting(new WaitList(this)),
      m_cancel(makeButton(""_L1, this)),
      m_retry(makeButton("primary"_L1, this)),
      m_open(makeButton(""_L1, this))
{
    m_code->setFont(codeFont());
    m_progress->setTextVisible(false);
    form == Form::Page ? buildPage() : buildStrip();
    connect(m_cancel, &QPushButton::clicked, this, &StatePanel::cancelRequested);
    connect(m_retry, &QPushButton::clicked, this, &StatePanel::retryRequested);
    connect(m_open, &QPushButton::clicked, this, &StatePanel::openRequested);
    retranslate();
    setFace({});
}

void StatePanel::buildPage()
{
    auto *column = new QWidget(this);
    column->setMaximumWidth(kPageWidth);
    column->setMinimumWidth(kPageWidth / 2);
    auto *lines = new QVBoxLayout(column);
    lines->setSpacing(12);
    lines->addWidget(m_badge);
    for (QWidget *part :
         {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_body), static_cast<QWidget *>(m_where),
          static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_waiting), static_cast<QWidget *>(m_codeFrame)})
        lines->addWidget(part);
    auto *code = new QHBoxLayout(m_codeFrame);
    // A long rule scrolls; it is copied whole.
    auto *scroll = new QScrollArea(m_codeFrame);
    scroll->setWidget(m_code);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumHeight(kCodeHeight);
    code->addWidget(scroll, 1);
    code->addWidget(m_copy, 0, Qt::AlignTop);
    lines->addLayout(buildButtons());
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(column, 100);
    across->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->addStretch(1);
    all->addLayout(across);
    all->addStretch(2);
}

void StatePanel::buildStrip()
{
    setProperty("role", u"banner"_s);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(12, 6, 12, 6);
    line->setSpacing(8);
    line->addWidget(m_badge);
    line->addWidget(m_title);
    line->addWidget(m_body, 1);
    line->addLayout(buildButtons());
    for (QWidget *part : {static_cast<QWidget *>(m_where), static_cast<QWidget *>(m_codeFrame),
                          static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_waiting)})
        part->hide();
}

QBoxLayout *StatePanel::buildButtons()
{
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_retry);
    buttons->addWidget(m_open);
    buttons->addWidget(m_cancel);
    if (m_form == Form::Page)
        buttons->addStretch(1);
    return buttons;
}

void StatePanel::setFace(const Face &face)
{
    using Kind = Face::Kind;
    m_face = face;
    m_badge->setState(stateOf(face.kind));
    if (m_form == Form::Strip)
        setLookOfState(this, stateOf(face.kind));
    m_title->setText(face.title);
    m_body->setText(face.body);
    m_where->setText(face.where);
    m_code->setText(face.code);
    m_copy->setCopyText(face.code);
    const bool isPage = m_form == Form::Page;
    m_body->setVisible(!face.body.isEmpty() || !isPage);
    m_where->setVisible(isPage && !face.where.isEmpty());
    m_codeFrame->setVisible(isPage && !face.code.isEmpty());
    m_cancel->setVisible(face.kind == Kind::Loading);
    m_retry->setVisible(face.kind == Kind::Denied || face.kind == Kind::Failed || face.kind == Kind::Stale);
    setLook(m_open, "role", face.kind == Kind::Empty ? u"primary"_s : QString()); // then it is the one thing to do
    m_open->setVisible(isPage && (face.kind == Kind::Empty || face.kind == Kind::Denied || face.kind == Kind::Failed));
    showProgress();
}

void StatePanel::showProgress()
{
    const bool shown = m_form == Form::Page && m_face.kind == Face::Kind::Loading;
    m_progress->setVisible(shown);
    m_waiting->setVisible(shown && !m_face.lines.empty());
    m_waiting->setLines(m_face.lines);
    const auto over = std::count_if(m_face.lines.begin(), m_face.lines.end(), [](const WaitLine &line) {
        return line.state != State::Waiting && line.state != State::Quiet;
    });
    m_progress->setRange(0, static_cast<int>(m_face.lines.size()));
    m_progress->setValue(static_cast<int>(over));
}

void StatePanel::setTheme(const Theme &theme)
{
    m_badge->setTheme(theme);
    m_waiting->setTheme(theme);
}

void StatePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void StatePanel::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    m_retry->setText(tr("Try again"));
    m_open->setText(tr("Open something else…"));
    m_copy->setSubject(tr("Role rule"));
}

} // namespace faultline::ui
