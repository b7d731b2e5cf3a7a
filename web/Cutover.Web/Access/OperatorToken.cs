using System.Security.Cryptography;
using System.Text;

namespace Cutover.Web.Access;

/// <summary>
/// The secret that all operators share until there are accounts. Never shown, never logged: its text is not to be had from here.
/// </summary>
public sealed class OperatorToken
{
    /// <summary>Shorter ones could be guessed.</summary>
    public const int ShortestLength = 32;

    private readonly byte[] digest;

    private OperatorToken(string secret) => digest = SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Changes with the token, and tells nothing about it: a session made with an earlier token is over.</summary>
    public string Generation => Convert.ToHexStringLower(SHA256.HashData(digest).AsSpan(0, 8));

    /// <summary>The token of "Cutover:Token"; null when none is configured.</summary>
    /// <exception cref="ArgumentException">It is shorter than <see cref="ShortestLength"/>.</exception>
    public static OperatorToken? From(IConfiguration configuration) => configuration["Cutover:Token"] switch
    {
        null or "" => null,
        { Length: < ShortestLength } => throw new ArgumentException("The operator token is too short."),
        var secret => new OperatorToken(secret),
    };

    /// <summary>Takes the same time whatever is wrong with the offered text.</summary>
    public bool Matches(string offered) =>
        CryptographicOperations.FixedTimeEquals(digest, SHA256.HashData(Encoding.UTF8.GetBytes(offered)));
}
