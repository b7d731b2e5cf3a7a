using Cutover.Cli.Problems;

namespace Cutover.Cli.HostApi;

/// <summary>Where the host is.</summary>
internal sealed record HostAddress(Uri Url)
{
    public const string Variable = "CUTOVER_HOST";

    public const string Default = "http://127.0.0.1:5080";

    /// <param name="asked">The option's value; null when it was not given.</param>
    public static Answer<HostAddress> Choose(string? asked)
    {
        var text = asked ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable ? variable : Default);
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? new HostAddress(url)
            : new CommandProblem(
                ExitCodes.Usage,
                $"\"{text}\" is not the address of a host",
                Next: $"give --host or {Variable} as a URL, for example {Default}");
    }

    /// <summary>A route under this address, whose own path is kept: a proxy may serve the host under one.</summary>
    public Uri At(string route) => new(this + route);

    /// <summary>Without user, password and query: it is shown to people.</summary>
    public override string ToString() =>
        Url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
}
