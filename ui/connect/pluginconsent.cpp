#include "ui/connect/pluginconsent.h"

#include "core/redact/redact.h"
#include "ui/common/codeblock.h"
#include "ui/common/parts.h"

#include <QtCore/QDir>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace faultline::ui::connect {

PluginConsent::PluginConsent(const kube::Connection &connection, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Run the login program?"));
    setMinimumWidth(520);
    QLabel *what = makeLabel("strong"_L1, this);
    what->setText(tr("User %1 logs in by running a program on this computer:").arg(redact::clean(connection.userName)));
    auto *command = new CodeBlock(this);
    command->setCode(redact::clean(kube::commandLine(connection.plugin)));
    QLabel *where = makeSelectableLabel("dim"_L1, this);
    where->setText(tr("Named in: %1").arg(redact::clean(QDir::toNativeSeparators(connection.files.join(u", "_s)))));
    QLabel *promise = makeLabel(""_L1, this);
    promise->setText(tr("It runs now and whenever the login has expired. This very command line is remembered; another "
                        "one is asked about again."));
    auto *run = makeButton("primary"_L1, this);
    run->setObjectName(u"runPlugin"_s);
    run->setText(tr("Run it"));
    auto *cancel = makeButton(""_L1, this);
    cancel->setText(tr("Do not run it"));
    cancel->setDefault(true);
    connect(run, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(run);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(18, 16, 18, 16);
    lines->setSpacing(12);
    for (QWidget *line : {static_cast<QWidget *>(what), static_cast<QWidget *>(command), static_cast<QWidget *>(where),
                          static_cast<QWidget *>(promise)})
        lines->addWidget(line);
    lines->addStretch(1);
    lines->addLayout(buttons);
}

} // namespace faultline::ui::connect
