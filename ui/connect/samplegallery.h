#pragma once

#include "core/source/filesource.h"

#include <QtWidgets/QFrame>

#include <vector>

class QGridLayout;
class QLabel;

namespace faultline::ui {
class WrapButton;
}

namespace faultline::ui::connect {

/// The samples as cards: what somebody complains about, never the answer. The whole shop comes first.
class SampleGallery : public QFrame
{
    Q_OBJECT

public:
    explicit SampleGallery(QWidget *parent = nullptr);

    void setLanguage(base::Language language);
    void focusFirst();

Q_SIGNALS:
    void sampleRequested(const QString &id);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addCard(const source::Sample &sample);
    void place(int columns);
    void retranslate();

    struct Card {
        source::Sample sample;
        WrapButton *button = nullptr;
        QLabel *title = nullptr;
        QLabel *symptom = nullptr;
        QLabel *level = nullptr;
    };

    base::Language m_language = base::Language::English;
    QLabel *m_heading;
    QLabel *m_hint;
    QGridLayout *m_grid;
    std::vector<Card> m_cards;
    int m_columns = 0;
};

} // namespace faultline::ui::connect
