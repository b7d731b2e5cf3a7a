namespace Cutover.Engine.Tests.Aws.Wire;

/// <summary>What the scripted server does with one request.</summary>
public sealed record ScriptedAnswer(int Status, string Body, string? RequestId = "req-1")
{
    /// <summary>The Date header; null sends one that nobody can read.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Reads the request and breaks the connection.</summary>
    public static ScriptedAnswer Abort { get; } = new(-1, "");

    /// <summary>Reads the request and says nothing until the client leaves.</summary>
    public static ScriptedAnswer Silence { get; } = new(-2, "");

    public static ScriptedAnswer Error(int status, string code, string message = "m") => new(
        status,
        $"""
        <?xml version="1.0"?>
        <ErrorResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>req-2</RequestId></ErrorResponse>
        """);

    public static ScriptedAnswer Throttling { get; } = Error(400, "Throttling", "Rate exceeded");
}
