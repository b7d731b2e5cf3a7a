using System.Text;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>NextToken: opaque to clients, and good only for the operation that gave it.</summary>
internal static class PageToken
{
    internal static string Write(string operation, string content) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{operation}\n{content}"));

    /// <summary>The content of the request's token; empty without one, which is before everything.</summary>
    internal static string Read(QueryNode request, string operation)
    {
        if (request.Text("NextToken") is not { } token)
        {
            return "";
        }

        var bytes = new byte[token.Length];
        var text = Convert.TryFromBase64String(token, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
        return text.StartsWith($"{operation}\n", StringComparison.Ordinal)
            ? text[(operation.Length + 1)..]
            : throw new RefusedException(CloudWatchError.InvalidToken());
    }
}
