namespace Cutover.Engine.Api;

/// <summary>Where the host and the command line meet.</summary>
public static class ApiRoutes
{
    public const string Root = "/api/v1";

    /// <summary>
    /// Names the person at the command line. Believed only where nobody proves who they are: in a lab in which nobody signs in, and beside
    /// the service token; elsewhere the account counts.
    /// </summary>
    public const string OperatorHeader = "Cutover-Operator";

    /// <summary>
    /// Names a request of the asker's own choice (draft-ietf-httpapi-idempotency-key-header): repeated within a day with the same key, it is
    /// answered as it was and not done again. For starts and acts.
    /// </summary>
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>On an answer that was given before.</summary>
    public const string RepeatedHeader = "Idempotent-Replayed";

    /// <summary>POST a <see cref="PlanRequest"/>.</summary>
    public const string Plans = Root + "/plans";

    /// <summary>POST a <see cref="BacktestRequest"/>.</summary>
    public const string Backtests = Root + "/backtests";

    /// <summary>GET ?skip=&amp;take= lists; POST a <see cref="StartRequest"/> starts; takes a key.</summary>
    public const string Runs = Root + "/runs";

    /// <summary>GET ?outcome=&amp;playbook=&amp;who=&amp;text=&amp;before=&amp;take=: runs that are over, newest first.</summary>
    public const string History = Root + "/history";

    /// <summary>GET ?phase=&amp;playbook=&amp;who=&amp;text=: open runs, newest first.</summary>
    public const string OpenRuns = Root + "/open-runs";

    /// <summary>Server-Sent Events of all runs: event "decision", data a RunEventView, each with an id to resume from.</summary>
    public const string Events = Root + "/events";

    /// <summary>GET ?playbook=&amp;skip=&amp;take= lists, newest first; POST a <see cref="ConvertRequest"/> converts.</summary>
    public const string Conversions = Root + "/conversions";

    /// <summary>POST a <see cref="ConversionRequest"/>.</summary>
    public const string ConversionPreview = Conversions + "/preview";

    /// <summary>GET ?after=&amp;take=: rows in their order. For admins.</summary>
    public const string Audit = Root + "/audit";

    /// <summary>GET: how many rows there ever were, and the hash of the latest. For admins.</summary>
    public const string AuditHead = Audit + "/head";

    /// <summary>GET ?archived= lists; POST a <see cref="SavePlaybookRequest"/> keeps a version; takes a key.</summary>
    public const string Playbooks = Root + "/playbooks";

    /// <summary>POST a <see cref="PlanRequest"/>: what is wrong with a text.</summary>
    public const string PlaybookCheck = Playbooks + "/check";

    /// <summary>POST a YAML file, with ?base=&amp;note= as a <see cref="SavePlaybookRequest"/> has them.</summary>
    public const string PlaybookImport = Playbooks + "/import";

    /// <summary>GET: the head, or ?version=, with its text.</summary>
    public static string PlaybookOf(string name) => $"{Playbooks}/{Uri.EscapeDataString(name)}";

    /// <summary>GET: the text of the head, or of ?version=, as a file.</summary>
    public static string PlaybookFile(string name) => PlaybookOf(name) + "/file";

    /// <summary>GET, newest first.</summary>
    public static string PlaybookVersions(string name) => PlaybookOf(name) + "/versions";

    /// <summary>GET ?from=&amp;to=.</summary>
    public static string PlaybookDiff(string name) => PlaybookOf(name) + "/diff";

    /// <summary>POST an <see cref="ArchivePlaybookRequest"/>; takes a key.</summary>
    public static string PlaybookArchive(string name) => PlaybookOf(name) + "/archive";

    /// <summary>GET lists, oldest first; POST a <see cref="CommentRequest"/> writes; takes a key.</summary>
    public static string Comments(long id) => Run(id) + "/comments";

    public static string Run(long id) => FormattableString.Invariant($"{Runs}/{id}");

    /// <summary>GET ?before=&amp;notable=&amp;take=, newest first.</summary>
    public static string Decisions(long id) => Run(id) + "/decisions";

    public static string Decision(long id, long sequence) => FormattableString.Invariant($"{Decisions(id)}/{sequence}");

    /// <summary>GET ?since=&amp;take=, oldest first.</summary>
    public static string Verdicts(long id) => Run(id) + "/verdicts";

    /// <summary>GET ?since=&amp;take=, oldest first.</summary>
    public static string Answers(long id) => Run(id) + "/answers";

    /// <summary>GET: where the run has left its plan.</summary>
    public static string Differences(long id) => Run(id) + "/differences";

    /// <summary>GET: the text that the run was started with.</summary>
    public static string Playbook(long id) => Run(id) + "/playbook";

    /// <summary>GET ?format=html or markdown: the run as one page.</summary>
    public static string Report(long id) => Run(id) + "/report";

    /// <summary>POST an <see cref="ActRequest"/>; takes a key.</summary>
    public static string Acts(long id) => Run(id) + "/acts";

    /// <summary>Server-Sent Events of one run, the id is the number of the decision.</summary>
    public static string EventsOf(long id) => Run(id) + "/events";

    /// <summary>GET: asks Route 53 whether the change is INSYNC, unless that is known.</summary>
    public static string Conversion(long id) => FormattableString.Invariant($"{Conversions}/{id}");

    /// <summary>POST an <see cref="UndoRequest"/>.</summary>
    public static string Undo(long id) => Conversion(id) + "/undo";
}
