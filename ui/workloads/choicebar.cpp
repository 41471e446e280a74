#include "ui/workloads/choicebar.h"

#include "core/redact/redact.h"
#include "ui/workloads/healthchips.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace faultline::ui::workloads {

namespace {

QComboBox *makeCombo(const QString &name, QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    combo->setObjectName(name);
    combo->setProperty("role", u"narrow"_s);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(6);
    combo->setMaxVisibleItems(20);
    combo->hide();
    return combo;
}

} // namespace

ChoiceBar::ChoiceBar(QWidget *parent)
    : QWidget(parent),
      m_search(new QLineEdit(this)),
      m_nameSpace(makeCombo(u"listNamespace"_s, this)),
      m_kind(makeCombo(u"listKind"_s, this)),
      m_health(new HealthChips(this))
{
    m_search->setClearButtonEnabled(true);
    auto *combos = new QHBoxLayout;
    combos->setSpacing(4);
    combos->addWidget(m_nameSpace, 3);
    combos->addWidget(m_kind, 2);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(6);
    lines->addWidget(m_search);
    lines->addLayout(combos);
    lines->addWidget(m_health);
    connect(m_search, &QLineEdit::textChanged, this, &ChoiceBar::changed);
    connect(m_health, &HealthChips::changed, this, &ChoiceBar::changed);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ChoiceBar::changed);
    connect(m_nameSpace, &QComboBox::activated, this, &ChoiceBar::chooseNamespace);
    m_kind->addItem(QString(), static_cast<int>(model::Kind::Unknown));
    retranslate();
}

Choice ChoiceBar::choice() const
{
    return {m_search->text(), m_health->chosen(), m_chosenNamespace,
            static_cast<model::Kind>(m_kind->currentData().toInt())};
}

void ChoiceBar::setText(const QString &text) { m_search->setText(text); }

void ChoiceBar::clear()
{
    {
        const QSignalBlocker quiet(this);
        m_search->clear();
        m_health->setChosen({});
        m_kind->setCurrentIndex(0);
        m_chosenNamespace.clear();
        fillNamespaces();
    }
    Q_EMIT changed();
}

void ChoiceBar::setNamespaces(const Namespaces &namespaces)
{
    if (namespaces == m_namespaces)
        return;
    m_namespaces = namespaces;
    const bool isGone = !namespaces.names.contains(m_chosenNamespace);
    if (namespaces.switching == Namespaces::Switching::Reload || isGone)
        m_chosenNamespace.clear();
    fillNamespaces();
    Q_EMIT changed();
}

void ChoiceBar::fillNamespaces()
{
    const bool reads = m_namespaces.switching == Namespaces::Switching::Reload;
    const QString current = reads ? m_namespaces.current : m_chosenNamespace;
    m_nameSpace->clear();
    m_nameSpace->addItem(tr("All namespaces"), QString());
    for (const QString &name : std::as_const(m_namespaces.names))
        m_nameSpace->addItem(redact::clean(name), name);
    m_nameSpace->setCurrentIndex(std::max(0, m_nameSpace->findData(current)));
    m_nameSpace->setVisible(reads || m_namespaces.names.size() > 1);
    m_nameSpace->setToolTip(reads ? tr("Another namespace is read from the cluster.")
                                  : tr("Shows one of the namespaces that are here."));
}

void ChoiceBar::chooseNamespace(int index)
{
    const QString name = m_nameSpace->itemData(index).toString();
    if (m_namespaces.switching == Namespaces::Switching::Reload) {
        if (name != m_namespaces.current)
            Q_EMIT nameSpaceRequested(name);
        return;
    }
    m_chosenNamespace = name;
    Q_EMIT changed();
}

void ChoiceBar::setKinds(const QList<model::Kind> &kinds)
{
    QList<model::Kind> shown;
    for (int i = 1; i < m_kind->count(); ++i)
        shown += static_cast<model::Kind>(m_kind->itemData(i).toInt());
    if (shown == kinds)
        return;
    const QVariant current = m_kind->currentData();
    {
        const QSignalBlocker quiet(m_kind);
        while (m_kind->count() > 1)
            m_kind->removeItem(1);
        for (const model::Kind kind : kinds)
            m_kind->addItem(model::kindName(kind), static_cast<int>(kind));
        m_kind->setCurrentIndex(std::max(0, m_kind->findData(current)));
    }
    m_kind->setVisible(kinds.size() > 1);
    if (m_kind->currentData() != current)
        Q_EMIT changed();
}

void ChoiceBar::setCounts(const std::array<int, groupCount> &counts, const std::array<int, groupCount> &totals)
{
    m_health->setCounts(counts, totals);
}

void ChoiceBar::retranslate()
{
    m_search->setPlaceholderText(tr("Search (Ctrl+F)"));
    m_search->setAccessibleName(tr("Search applications"));
    m_nameSpace->setAccessibleName(tr("Namespace"));
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->setItemText(0, tr("All kinds"));
    m_health->setAccessibleName(tr("Health"));
    m_health->retranslate();
    fillNamespaces();
}

} // namespace faultline::ui::workloads
