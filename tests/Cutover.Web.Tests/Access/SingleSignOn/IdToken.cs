using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cutover.Web.Tests.Access.SingleSignOn;

/// <summary>What a token says of a person. What is null is as it should be.</summary>
internal sealed record IdToken(string Subject = "subject-1", string Name = "kim", params string[] Groups)
{
    /// <summary>The key that the provider publishes.</summary>
    public static RsaSecurityKey Key { get; } = new(RSA.Create(2048)) { KeyId = "published" };

    /// <summary>A key that nobody published.</summary>
    public static RsaSecurityKey Foreign { get; } = new(RSA.Create(2048)) { KeyId = "foreign" };

    public string? Issuer { get; init; }

    public string? Audience { get; init; }

    public string? Nonce { get; init; }

    /// <summary>How long it is over already; negative for how long it holds.</summary>
    public TimeSpan OverFor { get; init; } = TimeSpan.FromMinutes(-5);

    public RsaSecurityKey SignedBy { get; init; } = Key;

    public bool IsUnsigned { get; init; }

    public string Sign(string issuer, string audience, string nonce)
    {
        var over = TimeProvider.System.GetUtcNow().UtcDateTime - OverFor;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer ?? issuer,
            Audience = Audience ?? audience,
            IssuedAt = over.AddMinutes(-10),
            NotBefore = over.AddMinutes(-10),
            Expires = over,
            Claims = new Dictionary<string, object>
            {
                ["sub"] = Subject, ["preferred_username"] = Name, ["groups"] = Groups, ["nonce"] = Nonce ?? nonce,
            },
            SigningCredentials = IsUnsigned ? null : new SigningCredentials(SignedBy, SecurityAlgorithms.RsaSha256),
        });
    }
}
