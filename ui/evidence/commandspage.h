#pragma once

#include "core/guide/readycommands.h"
#include "ui/common/theme.h"

#include <QtWidgets/QScrollArea>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace faultline::ui::evidence {

/// Commands about the object at hand, ready to copy: for a Pod the guide's four, with a choice of its container.
class CommandsPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit CommandsPage(QWidget *parent = nullptr);

    void setObject(const model::ClusterPtr &cluster, const model::ObjectRef &object);
    void setContext(const guide::CommandContext &context);
    void setLanguage(base::Language language);
    void setTheme(const Theme &theme);
    void retranslate();

private:
    void refill();
    void clearRows();
    void addRow(const guide::ReadyCommand &command);
    void showContainers();

    QLabel *m_name;
    QComboBox *m_container;
    QVBoxLayout *m_rows;
    model::ClusterPtr m_cluster;
    model::ObjectRef m_object;
    guide::CommandContext m_context;
    base::Language m_language = base::Language::English;
    Theme m_theme = Theme::light();
    QStringList m_shown; ///< what the rows say: they are made anew only when it changes
};

} // namespace faultline::ui::evidence
