<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>faultline::ui::connections::ConnectionModel</name>
    <message>
        <source>Selector = template labels</source>
        <translation>selector = 模板标签</translation>
    </message>
    <message>
        <source>Selector = Pod labels</source>
        <translation>selector = Pod 标签</translation>
    </message>
    <message>
        <source>targetPort = container port</source>
        <translation>targetPort = 容器端口</translation>
    </message>
    <message>
        <source>Ingress names a Service</source>
        <translation>Ingress 指向的 Service</translation>
    </message>
    <message>
        <source>Ingress port = Service port</source>
        <translation>Ingress 端口 = Service 端口</translation>
    </message>
    <message>
        <source>Route names a Service</source>
        <translation>路由指向的 Service</translation>
    </message>
    <message>
        <source>Route port = Service port</source>
        <translation>路由端口 = Service 端口</translation>
    </message>
    <message>
        <source>no such label</source>
        <translation>没有这个标签</translation>
    </message>
    <message>
        <source>no such port is declared</source>
        <translation>没有声明这个端口</translation>
    </message>
    <message>
        <source>no such Service</source>
        <translation>没有这个 Service</translation>
    </message>
    <message>
        <source>no such port</source>
        <translation>没有这个端口</translation>
    </message>
    <message>
        <source>%1 · on %2 of %3 Pods</source>
        <translation>%1 · %3 个 Pod 中的 %2 个</translation>
    </message>
    <message>
        <source>What must match</source>
        <translation>必须一致的内容</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>There</source>
        <translation>彼处</translation>
    </message>
</context>
<context>
    <name>faultline::ui::connections::ConnectionsView</name>
    <message>
        <source>What must match</source>
        <translation>必须一致的内容</translation>
    </message>
    <message>
        <source>Nothing points from one object to another here.</source>
        <translation>这里没有对象指向另一个对象。</translation>
    </message>
</context>
<context>
    <name>faultline::ui::WebLink</name>
    <message>
        <source>Open %1 in the browser</source>
        <translation>在浏览器中打开 %1</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>no such label</source>
        <translation>没有这个标签</translation>
    </message>
    <message>
        <source>Service selector</source>
        <translation>Service 的 selector</translation>
    </message>
    <message>
        <source>Pod labels</source>
        <translation>Pod 的标签</translation>
    </message>
    <message>
        <source>targetPort</source>
        <translation>targetPort</translation>
    </message>
    <message>
        <source>Ports of the containers</source>
        <translation>容器的端口</translation>
    </message>
    <message>
        <source>Port of the backend</source>
        <translation>后端的端口</translation>
    </message>
    <message>
        <source>Ports of the Service</source>
        <translation>Service 的端口</translation>
    </message>
</context>
<context>
    <name>SourceWords</name>
    <message>
        <source>nothing open</source>
        <translation>尚未打开</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等 %2 个</translation>
    </message>
    <message>
        <source>no right to read</source>
        <translation>无权读取</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>%1 of %2 lists are here.</source>
        <translation>已收到 %1 / %2 个列表。</translation>
    </message>
    <message>
        <source>You may not look at this cluster&apos;s objects</source>
        <translation>你无权查看该集群的对象</translation>
    </message>
    <message>
        <source>Whoever administers the cluster can allow it with this rule, bound to your user:</source>
        <translation>集群管理员可以把下面的规则绑定到你的用户来放行：</translation>
    </message>
    <message>
        <source>Reading was stopped</source>
        <translation>读取已中止</translation>
    </message>
    <message>
        <source>%1 could not be read</source>
        <translation>无法读取 %1</translation>
    </message>
    <message>
        <source>all namespaces</source>
        <translation>所有命名空间</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>读取于 %1</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>There is no application here</source>
        <translation>这里没有应用</translation>
    </message>
    <message>
        <source>No Deployment, StatefulSet, DaemonSet, Job, Pod, Service or Ingress was found in %1. Choose another namespace or another file.</source>
        <translation>在 %1 中没有找到 Deployment、StatefulSet、DaemonSet、Job、Pod、Service 或 Ingress。请选择其他命名空间或其他文件。</translation>
    </message>
    <message>
        <source>Reading again</source>
        <translation>正在重新读取</translation>
    </message>
    <message>
        <source>Old picture, %1</source>
        <translation>旧数据，%1</translation>
    </message>
    <message>
        <source>Reading again failed: %1</source>
        <translation>重新读取失败：%1</translation>
    </message>
    <message>
        <source>Guide file left out</source>
        <translation>有指南文件未被采用</translation>
    </message>
    <message>
        <source>and %1 more: faultline guide lint</source>
        <translation>另有 %1 处：faultline guide lint</translation>
    </message>
    <message>
        <source>The namespace %1 does not exist</source>
        <translation>命名空间 %1 不存在</translation>
    </message>
    <message>
        <source>The server says that there is none of this name. Look at the spelling, or choose another namespace.</source>
        <translation>服务器表示没有这个名称的命名空间。请检查拼写，或选择其他命名空间。</translation>
    </message>
    <message>
        <source>Still waiting for: %1</source>
        <translation>还在等待：%1</translation>
    </message>
</context>
<context>
    <name>WizardWords</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>a step to look at; nothing to answer</source>
        <translation>只需查看，无需回答</translation>
    </message>
    <message>
        <source>answered by the cluster</source>
        <translation>由集群回答</translation>
    </message>
    <message>
        <source>your answer</source>
        <translation>你的回答</translation>
    </message>
    <message>
        <source>your answer; the cluster says %1</source>
        <translation>你的回答；集群的回答是“%1”</translation>
    </message>
    <message>
        <source>nobody has answered yet</source>
        <translation>还没有人回答</translation>
    </message>
    <message>
        <source>The command below shows what this step looks at.</source>
        <translation>下面的命令可以看到这一步所查看的内容。</translation>
    </message>
    <message>
        <source>The cluster shows nothing that stands against it.</source>
        <translation>集群中没有与此相悖的迹象。</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>尚未测试</translation>
    </message>
    <message>
        <source>Not tried: only a request over the connection itself can tell, and Faultline sends none. Run the command below, look at what comes back, then answer.</source>
        <translation>尚未测试：只有真正发一次请求才能知道，而 Faultline 不发送任何请求。请运行下面的命令，看看返回什么，再回答。</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>%1 天前</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
</context>
<context>
    <name>faultline::ui::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>复制：%1</translation>
    </message>
</context>
<context>
    <name>faultline::ui::DiagramArea</name>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Show the topology</source>
        <translation>显示拓扑</translation>
    </message>
    <message>
        <source>What must match</source>
        <translation>必须一致的内容</translation>
    </message>
    <message>
        <source>What must match: %1 wrong</source>
        <translation>必须一致的内容：%1 处不符</translation>
    </message>
    <message>
        <source>Topology</source>
        <translation>拓扑</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>排查图</translation>
    </message>
</context>
<context>
    <name>faultline::ui::StatePanel</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open something else…</source>
        <translation>打开其他来源…</translation>
    </message>
    <message>
        <source>Role rule</source>
        <translation>Role 规则</translation>
    </message>
</context>
<context>
    <name>faultline::ui::TopBar</name>
    <message>
        <source>Source: %1. Opens the start page.</source>
        <translation>来源：%1。点击打开起始页。</translation>
    </message>
    <message>
        <source>TLS not verified</source>
        <translation>未验证 TLS</translation>
    </message>
    <message>
        <source>old picture</source>
        <translation>旧数据</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Read again (Ctrl+R)</source>
        <translation>重新读取（Ctrl+R）</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Switch between English and Chinese</source>
        <translation>切换英文和中文</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Export a report (Ctrl+E)</source>
        <translation>导出报告（Ctrl+E）</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Resume live updates</source>
        <translation>恢复实时更新</translation>
    </message>
    <message>
        <source>Pause live updates</source>
        <translation>暂停实时更新</translation>
    </message>
    <message>
        <source>Tell me on the desktop when something breaks or heals</source>
        <translation>有应用故障或恢复时发送桌面通知</translation>
    </message>
    <message>
        <source>Save snapshot…</source>
        <translation>保存快照…</translation>
    </message>
    <message>
        <source>Save what is open to one file without secrets, for a colleague or for later (Ctrl+S)</source>
        <translation>将当前打开的内容保存为一个不含机密的文件，供同事或以后使用（Ctrl+S）</translation>
    </message>
</context>
<context>
    <name>faultline::ui::connect::PluginConsent</name>
    <message>
        <source>Run the login program?</source>
        <translation>运行登录程序？</translation>
    </message>
    <message>
        <source>User %1 logs in by running a program on this computer:</source>
        <translation>用户 %1 通过在本机运行一个程序来登录：</translation>
    </message>
    <message>
        <source>Named in: %1</source>
        <translation>出自文件：%1</translation>
    </message>
    <message>
        <source>It runs now and whenever the login has expired. This very command line is remembered; another one is asked about again.</source>
        <translation>现在运行一次，以后每次登录过期时再运行。只记住这一条命令行；命令行有变化时会再次询问。</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Do not run it</source>
        <translation>不运行</translation>
    </message>
</context>
<context>
    <name>faultline::ui::connect::ClusterForm</name>
    <message>
        <source>Mend the file, or choose another kubeconfig.</source>
        <translation>请修正该文件，或选择其他 kubeconfig。</translation>
    </message>
    <message>
        <source>There is no context %1 here</source>
        <translation>这里没有名为 %1 的 context</translation>
    </message>
    <message>
        <source>Choose one of the list, or another kubeconfig.</source>
        <translation>请从列表中选择，或换一个 kubeconfig。</translation>
    </message>
    <message>
        <source>Choose another context, or mend this one in its file.</source>
        <translation>请选择其他 context，或在文件中修正它。</translation>
    </message>
    <message>
        <source>Choose a kubeconfig</source>
        <translation>选择 kubeconfig</translation>
    </message>
    <message>
        <source>Other kubeconfig…</source>
        <translation>其他 kubeconfig…</translation>
    </message>
    <message>
        <source>&amp;Namespace</source>
        <translation>命名空间(&amp;N)</translation>
    </message>
    <message>
        <source>All namespaces</source>
        <translation>所有命名空间</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>Context 列表</translation>
    </message>
    <message>
        <source>Looked for, not found: %1</source>
        <translation>找过，但不存在：%1</translation>
    </message>
    <message>
        <source>Look at a cluster</source>
        <translation>查看集群</translation>
    </message>
    <message>
        <source>This context does not verify its server: whoever is in between could answer for it, and read the credentials.</source>
        <translation>这个 context 不验证服务器：中间的任何人都可以冒充它，并读到凭据。</translation>
    </message>
    <message>
        <source>Only reads: lists and watches, never writes. Secrets come without their values.</source>
        <translation>只读：只列出和监听，从不写入。Secret 不含其值。</translation>
    </message>
    <message>
        <source>No cluster to choose yet. kubectl and Faultline look at the files named in KUBECONFIG, else at ~/.kube/config; choose a file that has a context.</source>
        <translation>还没有可选的集群。kubectl 和 Faultline 会查找 KUBECONFIG 中列出的文件，否则查找 ~/.kube/config；请选择一个含有 context 的文件。</translation>
    </message>
</context>
<context>
    <name>faultline::ui::connect::ConnectPage</name>
    <message>
        <source>Why does it not answer?</source>
        <translation>为什么没有响应？</translation>
    </message>
    <message>
        <source>Faultline reads a cluster and walks the questions that lead to the fault, from the rollout up to the Ingress. It only reads; nothing in the cluster is changed.</source>
        <translation>Faultline 读取集群，从发布一路到 Ingress 逐个提问，直至找到故障所在。它只读取，不会改动集群中的任何东西。</translation>
    </message>
    <message>
        <source>Back to what is open</source>
        <translation>返回已打开的内容</translation>
    </message>
</context>
<context>
    <name>faultline::ui::connect::ContextModel</name>
    <message>
        <source>%1 (current)</source>
        <translation>%1（当前）</translation>
    </message>
    <message>
        <source>TLS not verified</source>
        <translation>未验证 TLS</translation>
    </message>
    <message>
        <source>Context: %1</source>
        <translation>Context：%1</translation>
    </message>
    <message>
        <source>Cluster: %1</source>
        <translation>集群：%1</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>服务器：%1</translation>
    </message>
    <message>
        <source>User: %1</source>
        <translation>用户：%1</translation>
    </message>
    <message>
        <source>Namespace: %1</source>
        <translation>命名空间：%1</translation>
    </message>
    <message>
        <source>The server's certificate is not verified: whoever is in between could answer for it.</source>
        <translation>不验证服务器的证书：中间的任何人都可以冒充它。</translation>
    </message>
</context>
<context>
    <name>faultline::ui::connect::FileForm</name>
    <message>
        <source>Open files</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Objects, dumps and snapshots (*.yaml *.yml *.json *.tar *.tar.gz *.tgz *.zip *.gz *.zst)</source>
        <translation>对象、转储和快照 (*.yaml *.yml *.json *.tar *.tar.gz *.tgz *.zip *.gz *.zst)</translation>
    </message>
    <message>
        <source>Drop manifests, dumps, support bundles or snapshots onto the window: files, folders or archives. No cluster is asked.</source>
        <translation>把清单、转储、支持包或快照拖到窗口上：文件、文件夹或压缩包均可。不会访问任何集群。</translation>
    </message>
</context>
<context>
    <name>faultline::ui::evidence::EvidencePanel</name>
    <message>
        <source>This object cannot be shown: %1</source>
        <translation>无法显示该对象：%1</translation>
    </message>
    <message>
        <source>Last seen (UTC)</source>
        <translation>最近一次（UTC）</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Why it was not answered</source>
        <translation>未能回答的原因</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>The object as YAML</source>
        <translation>对象的 YAML</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Events %1</source>
        <translation>事件 %1</translation>
    </message>
    <message>
        <source>Logs %1</source>
        <translation>日志 %1</translation>
    </message>
    <message>
        <source>Not checked %1</source>
        <translation>未检查 %1</translation>
    </message>
    <message>
        <source>What would allow it</source>
        <translation>可放行的规则</translation>
    </message>
</context>
<context>
    <name>faultline::ui::exporting::ExportDialog</name>
    <message>
        <source>Export a report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>仅 %1</translation>
    </message>
    <message>
        <source>All that the list shows (%1)</source>
        <translation>列表中显示的全部（%1 个）</translation>
    </message>
    <message>
        <source>Include server address and user name</source>
        <translation>包含服务器地址和用户名</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>… the file holds all of it.</source>
        <translation>……完整内容在文件中。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>faultline::ui::wizard::AnswerBar</name>
    <message>
        <source>Only you can tell:</source>
        <translation>只有你能判断：</translation>
    </message>
    <message>
        <source>You answered this yourself:</source>
        <translation>这是你自己的回答：</translation>
    </message>
    <message>
        <source>Nothing to answer at this step.</source>
        <translation>这一步无需回答。</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>I don&apos;t know</source>
        <translation>不知道</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Was that right? If you know better, answer:</source>
        <translation>判断得对吗？如果你更清楚，请回答：</translation>
    </message>
    <message>
        <source>Not tried yet. What came back?</source>
        <translation>尚未测试。结果如何？</translation>
    </message>
    <message>
        <source>Key Y, while the card has the keyboard</source>
        <translation>卡片有键盘焦点时按 Y</translation>
    </message>
    <message>
        <source>Key N, while the card has the keyboard</source>
        <translation>卡片有键盘焦点时按 N</translation>
    </message>
    <message>
        <source>Key U, while the card has the keyboard</source>
        <translation>卡片有键盘焦点时按 U</translation>
    </message>
</context>
<context>
    <name>faultline::ui::wizard::WizardCard</name>
    <message>
        <source>This step only leads on to the next one.</source>
        <translation>这一步只是通向下一步。</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>No step</source>
        <translation>没有步骤</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>为什么重要</translation>
    </message>
    <message>
        <source>Likely causes</source>
        <translation>可能的成因</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>如何修复</translation>
    </message>
    <message>
        <source>See it yourself</source>
        <translation>自己查看</translation>
    </message>
    <message>
        <source>No command shows this step.</source>
        <translation>没有命令可以查看这一步。</translation>
    </message>
    <message>
        <source>Try it by hand</source>
        <translation>自己测试</translation>
    </message>
    <message>
        <source>If that does not help</source>
        <translation>如果没有效果</translation>
    </message>
    <message>
        <source>why do you ask?</source>
        <translation>为什么问这个？</translation>
    </message>
    <message>
        <source>Shows the reason for the question, and where each answer leads</source>
        <translation>显示提问的原因，以及每种回答通向哪里</translation>
    </message>
</context>
<context>
    <name>faultline::ui::workloads::WorkloadModel</name>
    <message>
        <source>could not be looked at</source>
        <translation>无法查看</translation>
    </message>
    <message>
        <source>no Pods</source>
        <translation>没有 Pod</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>%1 / %2 就绪</translation>
    </message>
</context>
<context>
    <name>faultline::ui::workloads::WorkloadPanel</name>
    <message>
        <source>%1 fine · %2 broken</source>
        <translation>%1 正常 · %2 故障</translation>
    </message>
    <message>
        <source>No application here.</source>
        <translation>这里没有应用。</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 个中的 %1 个</translation>
    </message>
    <message>
        <source>No application matches.</source>
        <translation>没有符合的应用。</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>清除搜索和筛选</translation>
    </message>
</context>
<context>
    <name>LiveWords</name>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Changes show as they happen.</source>
        <translation>变化会随时显示。</translation>
    </message>
    <message>
        <source>live, some by lists</source>
        <translation>实时（部分轮询）</translation>
    </message>
    <message>
        <source>Changes show as they happen. These kinds may be listed but not watched, and are read once a minute: %1.</source>
        <translation>变化会随时显示。以下类型只允许 list、不允许 watch，每分钟读取一次：%1。</translation>
    </message>
    <message>
        <source>resuming</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>The connection is being taken up again; what was missed will come.</source>
        <translation>正在恢复连接；错过的变化会补上。</translation>
    </message>
    <message>
        <source>stale since %1 (%2)</source>
        <translation>自 %1 起未更新（%2）</translation>
    </message>
    <message>
        <source>Nothing is heard from the server. It is tried again by itself.</source>
        <translation>收不到服务器的消息，会自动重试。</translation>
    </message>
    <message>
        <source>logged out since %1 (%2)</source>
        <translation>自 %1 起登录失效（%2）</translation>
    </message>
    <message>
        <source>The server does not accept the credentials any more. Log in again with your cluster&apos;s own tool, then reload.</source>
        <translation>服务器不再接受这些凭据。请用集群自带的工具重新登录，然后重新读取。</translation>
    </message>
    <message>
        <source>paused at %1 (%2)</source>
        <translation>已暂停于 %1（%2）</translation>
    </message>
    <message>
        <source>You paused the live updates: the picture stays as it is.</source>
        <translation>你暂停了实时更新：画面保持不变。</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 is healthy again</source>
        <translation>%1 已恢复正常</translation>
    </message>
    <message>
        <source>%1 is broken</source>
        <translation>%1 出现故障</translation>
    </message>
    <message>
        <source>%1 is healthy again after %2</source>
        <translation>%1 在 %2后恢复正常</translation>
    </message>
    <message>
        <source>%1 is broken, after %2 in good health</source>
        <translation>%1 在正常 %2后出现故障</translation>
    </message>
</context>
<context>
    <name>faultline::ui::NewsLine</name>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1（另有 %2 条）</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>faultline::ui::MainWindow</name>
    <message>
        <source>Save snapshot</source>
        <translation>保存快照</translation>
    </message>
    <message>
        <source>Snapshots (*.tar.gz)</source>
        <translation>快照 (*.tar.gz)</translation>
    </message>
    <message>
        <source>This cannot be opened</source>
        <translation>无法打开</translation>
    </message>
</context>
<context>
    <name>faultline::ui::SnapshotDialog</name>
    <message>
        <source>Save snapshot</source>
        <translation>保存快照</translation>
    </message>
    <message>
        <source>Reading what is open once more …</source>
        <translation>正在重新读取当前打开的内容…</translation>
    </message>
    <message>
        <source>Then it is written to %1.</source>
        <translation>随后写入 %1。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The snapshot is saved (%1).</source>
        <translation>快照已保存（%1）。</translation>
    </message>
    <message>
        <source>%1

What Secrets and environment variables hold is not in it, and what looks like a credential is masked; names, addresses and messages are. Open it here or with faultline -f.</source>
        <translation>%1

其中不含 Secret 和环境变量的值，疑似凭据的内容已遮盖；名称、地址和消息则保留。可在此处打开，或使用 faultline -f 打开。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The snapshot could not be saved.</source>
        <translation>无法保存快照。</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>%1 is not there or may not be read.</source>
        <translation>%1 不存在或无法读取。</translation>
    </message>
    <message>
        <source>%1 is neither text nor an archive. Faultline opens YAML, JSON, folders of them, dumps, bundles (.tar, .tar.gz, .zip) and its own snapshots.</source>
        <translation>%1 既不是文本也不是归档。Faultline 可打开 YAML、JSON、包含它们的文件夹、转储、支持包（.tar、.tar.gz、.zip）以及自己的快照。</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 是空文件。</translation>
    </message>
    <message>
        <source>%1 is not on this computer: save it to a file first.</source>
        <translation>%1 不在本机上：请先保存为文件。</translation>
    </message>
    <message>
        <source>Drop files or folders here; text is not read.</source>
        <translation>请将文件或文件夹拖放到此处；不读取文本。</translation>
    </message>
</context>
<context>
    <name>faultline::ui::evidence::LogView</name>
    <message>
        <source>%1 (the run before)</source>
        <translation>%1（上一次运行）</translation>
    </message>
    <message>
        <source>There is no log: %1</source>
        <translation>没有日志：%1</translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <translation>日志为空。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Which log</source>
        <translation>选择日志</translation>
    </message>
    <message>
        <source>These Pods have no container that has run, or there is no Pod.</source>
        <translation>这些 Pod 没有运行过的容器，或没有 Pod。</translation>
    </message>
    <message>
        <source>Fetching the log …</source>
        <translation>正在获取日志…</translation>
    </message>
    <message>
        <source>The stream has ended: the container has stopped, or its log was rotated.</source>
        <translation>日志流已结束：容器已停止，或日志已轮转。</translation>
    </message>
    <message>
        <source>The stream broke off: %1</source>
        <translation>日志流中断：%1</translation>
    </message>
    <message>
        <source>Following.</source>
        <translation>正在跟踪。</translation>
    </message>
    <message>
        <source>%1 older lines were dropped; the last %2 are kept.</source>
        <translation>已丢弃 %1 行较早的日志；保留最后 %2 行。</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>found once</source>
        <translation>找到 1 处</translation>
    </message>
    <message>
        <source>found %1 times</source>
        <translation>找到 %1 处</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟踪</translation>
    </message>
    <message>
        <source>Show what the container writes from now on</source>
        <translation>显示容器此后写出的内容</translation>
    </message>
    <message>
        <source>Search in this log</source>
        <translation>在此日志中搜索</translation>
    </message>
    <message>
        <source>The place before</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>The next place (Enter)</source>
        <translation>下一处（Enter）</translation>
    </message>
</context>
<context>
    <name>faultline::ui::wizard::AskView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Taken: %1</source>
        <translation>已走这条路：%1</translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message>
        <source>Nothing to mend at this step.</source>
        <translation>这一步没有需要修复的内容。</translation>
    </message>
    <message>
        <source>First answer the question: the guide goes on from there.</source>
        <translation>请先回答这个问题：排查会从这里继续。</translation>
    </message>
</context>
<context>
    <name>faultline::ui::wizard::FurtherView</name>
    <message>
        <source>Read more</source>
        <translation>延伸阅读</translation>
    </message>
</context>
<context>
    <name>FurtherWords</name>
    <message>
        <source>This was found, too: %1</source>
        <translation>还发现：%1</translation>
    </message>
    <message>
        <source>Not tried yet: %1</source>
        <translation>尚未测试：%1</translation>
    </message>
    <message>
        <source>Nobody could answer: %1</source>
        <translation>无人能回答：%1</translation>
    </message>
    <message>
        <source>If the cluster is wrong here, answer it yourself below. %1: %2</source>
        <translation>如果集群在这里说得不对，请在下方自己回答。%1：%2</translation>
    </message>
    <message>
        <source>Read the events and the logs below the picture, or save a snapshot (Ctrl+S): it holds no secrets, and a colleague can open it.</source>
        <translation>查看下方的事件和日志，或保存快照（Ctrl+S）：其中不含机密，同事可以打开它。</translation>
    </message>
</context>
<context>
    <name>LeadWords</name>
    <message>
        <source>Before a Pod can fail it has to be made: is it asked for, and may it be made?</source>
        <translation>Pod 要先被创建才谈得上出错：有没有要求创建它，又是否允许创建？</translation>
    </message>
    <message>
        <source>Nothing above can answer until the Pods run and are Ready, so they are looked at one question at a time.</source>
        <translation>Pod 没有运行并就绪之前，上层都无法应答，所以逐个问题检查 Pod。</translation>
    </message>
    <message>
        <source>A Service finds its Pods by labels and reaches them by ports: each of these links has to fit.</source>
        <translation>Service 按标签找到 Pod，按端口访问 Pod：每一环都必须吻合。</translation>
    </message>
    <message>
        <source>An Ingress hands requests on by the name and the port of a Service: both have to fit, and somebody has to carry it out.</source>
        <translation>Ingress 按 Service 的名称和端口转发请求：两者都必须吻合，还要有控制器来执行。</translation>
    </message>
    <message>
        <source>A route hangs on a Gateway and points at a Service: both ends have to hold.</source>
        <translation>路由挂在 Gateway 上，并指向 Service：两端都必须有效。</translation>
    </message>
    <message>
        <source>When all inside the cluster answers, the way from outside is what is left.</source>
        <translation>集群内部都能应答之后，剩下的就是从外部进来的路。</translation>
    </message>
    <message>
        <source>the guide stops here: only you can tell</source>
        <translation>排查停在这里：需要你来回答</translation>
    </message>
    <message>
        <source>result: %1</source>
        <translation>结论：%1</translation>
    </message>
    <message>
        <source>this layer is fine; on to the next: %1</source>
        <translation>这一层正常；进入下一层：%1</translation>
    </message>
    <message>
        <source>next: %1</source>
        <translation>下一步：%1</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>然后</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1或%2</translation>
    </message>
</context>
<context>
    <name>faultline::ui::wizard::PatchView</name>
    <message>
        <source>the change</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Copies the whole change as YAML</source>
        <translation>复制完整的 YAML 改动</translation>
    </message>
</context>
<context>
    <name>faultline::ui::wizard::ProofView</name>
    <message>
        <source>and %1 more</source>
        <translation>还有 %1 条</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>查看 %1</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show all of %1</source>
        <translation>显示 %1 的全部内容</translation>
    </message>
</context>
<context>
    <name>ProofWords</name>
    <message>
        <source>Event %1</source>
        <translation>事件 %1</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Log of the run before</source>
        <translation>上一次运行的日志</translation>
    </message>
</context>
<context>
    <name>faultline::ui::wizard::WayFooter</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>To the question before (Alt+Left)</source>
        <translation>到上一个问题（Alt+左）</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>从头开始</translation>
    </message>
    <message>
        <source>To the first question of this application (Home)</source>
        <translation>到这个应用的第一个问题（Home）</translation>
    </message>
    <message>
        <source>To the result</source>
        <translation>到结论</translation>
    </message>
    <message>
        <source>To where the way ended (End)</source>
        <translation>到排查结束的地方（End）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>To the next question (Alt+Right)</source>
        <translation>到下一个问题（Alt+右）</translation>
    </message>
</context>
<context>
    <name>faultline::ui::wizard::WayView</name>
    <message>
        <source>%1, step %2</source>
        <translation>%1，第 %2 步</translation>
    </message>
</context>
<context>
    <name>HealthWords</name>
    <message>
        <source>broken</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>needs your answer</source>
        <translation>需要你来回答</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>intended</source>
        <translation>有意为之</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未检查</translation>
    </message>
</context>
<context>
    <name>faultline::ui::workloads::ChoiceBar</name>
    <message>
        <source>All namespaces</source>
        <translation>所有命名空间</translation>
    </message>
    <message>
        <source>Another namespace is read from the cluster.</source>
        <translation>选择另一个命名空间会从集群读取。</translation>
    </message>
    <message>
        <source>Shows one of the namespaces that are here.</source>
        <translation>只显示其中一个命名空间。</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>搜索（Ctrl+F）</translation>
    </message>
    <message>
        <source>Search applications</source>
        <translation>搜索应用</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状况</translation>
    </message>
</context>
<context>
    <name>faultline::ui::workloads::HealthChips</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Press to show only these; several can be pressed.</source>
        <translation>按下后只显示这些；可以同时按下多个。</translation>
    </message>
</context>
<context>
    <name>faultline::ui::connect::SampleGallery</name>
    <message>
        <source>easy</source>
        <translation>容易</translation>
    </message>
    <message>
        <source>middling</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>困难</translation>
    </message>
    <message>
        <source>Learn with a broken cluster</source>
        <translation>用一个出故障的集群来学习</translation>
    </message>
    <message>
        <source>Recorded from real clusters; none is asked. Read the complaint, make a guess, and let the guide show the way.</source>
        <translation>录自真实集群，不会访问任何集群。先读抱怨，猜一猜原因，再让排查图带路。</translation>
    </message>
</context>
</TS>
