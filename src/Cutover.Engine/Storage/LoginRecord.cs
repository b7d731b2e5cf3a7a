namespace Cutover.Engine.Storage;

/// <summary>
/// Who an account is at a provider of single sign-on. Only issuer and subject together name a person there: addresses and names are handed on.
/// </summary>
public sealed class LoginRecord
{
    /// <summary>The provider, as its tokens name it ("iss").</summary>
    public required string Issuer { get; init; }

    /// <summary>The person, as that provider never names another ("sub").</summary>
    public required string Subject { get; init; }

    public long AccountId { get; init; }

    public AccountRecord Account { get; init; } = null!;
}
