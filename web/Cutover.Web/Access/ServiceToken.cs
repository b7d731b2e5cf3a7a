using System.Security.Cryptography;
using System.Text;

namespace Cutover.Web.Access;

/// <summary>
/// A static token for automation, which may do everything that needs no account. Never shown, never logged: its text is not to be had from
/// here.
/// </summary>
public sealed class ServiceToken
{
    /// <summary>Shorter ones could be guessed.</summary>
    public const int ShortestLength = 32;

    private readonly byte[] digest;

    private ServiceToken(string secret) => digest = SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>The token of "Cutover:Token"; null when none is configured.</summary>
    /// <exception cref="ArgumentException">It is shorter than <see cref="ShortestLength"/>.</exception>
    public static ServiceToken? From(IConfiguration configuration) => configuration["Cutover:Token"] switch
    {
        null or "" => null,
        { Length: < ShortestLength } => throw new ArgumentException("The service token is too short."),
        var secret => new ServiceToken(secret),
    };

    /// <summary>Takes the same time whatever is wrong with the offered text.</summary>
    public bool Matches(string offered) =>
        CryptographicOperations.FixedTimeEquals(digest, SHA256.HashData(Encoding.UTF8.GetBytes(offered)));
}
