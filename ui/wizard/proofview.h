#pragma once

#include "ui/common/theme.h"
#include "ui/wizard/cardtext.h"

#include <QtWidgets/QFrame>

class QVBoxLayout;

namespace faultline::ui::wizard {

/// The part "Proof": the comparison, then the places where it was seen.
class ProofView : public QFrame
{
    Q_OBJECT

public:
    explicit ProofView(QWidget *parent = nullptr);

    void show(const CardText &card);
    void setTheme(const Theme &theme);

private:
    void addComparison(const Comparison &comparison);
    void addRow(const ProofRow &row);
    void clear();

    QVBoxLayout *m_lines;
    Theme m_theme = Theme::light();
};

} // namespace faultline::ui::wizard
