using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Cutover.Web.Tests.Access.SingleSignOn;

/// <summary>A small OpenID provider on loopback: it signs in whoever comes as the person that the test says, and checks what a provider checks.</summary>
internal sealed class OidcProvider : IAsyncDisposable
{
    public const string ClientId = "cutover";

    public const string Secret = "the-client-secret-of-the-test";

    private static readonly string[] Code = ["code"];
    private static readonly string[] Algorithms = ["RS256"];

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, (string Challenge, string Redirect, string Nonce)> codes = new();

    private OidcProvider(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <summary>Who signs in next, and how the token that says so is bent.</summary>
    public IdToken Next { get; set; } = new();

    /// <summary>What the userinfo endpoint tells beside the subject.</summary>
    public Dictionary<string, object> Told { get; } = [];

    /// <summary>Whether the person turns back at the provider.</summary>
    public bool Denies { get; set; }

    public static async Task<OidcProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        var provider = new OidcProvider(builder.Build());
        provider.app.MapGet("/.well-known/openid-configuration", (Delegate)provider.Discover);
        provider.app.MapGet("/keys", () => Json(new { keys = new[] { PublicKey() } }));
        provider.app.MapGet("/authorize", (Delegate)provider.Authorize);
        provider.app.MapPost("/token", (Delegate)provider.ExchangeAsync);
        provider.app.MapGet("/userinfo", () => Json(new Dictionary<string, object>(provider.Told) { ["sub"] = provider.Next.Subject }));
        await provider.app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static IResult Json(object value) => Results.Text(JsonSerializer.Serialize(value), "application/json");

    private static object PublicKey()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(IdToken.Key);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = key.Kid, n = key.N, e = key.E };
    }

    private IResult Discover() => Json(new
    {
        issuer = Address,
        authorization_endpoint = $"{Address}/authorize",
        token_endpoint = $"{Address}/token",
        userinfo_endpoint = $"{Address}/userinfo",
        end_session_endpoint = $"{Address}/end",
        jwks_uri = $"{Address}/keys",
        response_types_supported = Code,
        id_token_signing_alg_values_supported = Algorithms,
    });

    private IResult Authorize(HttpContext context)
    {
        var query = context.Request.Query;
        string?[] asked = [query["response_type"], query["client_id"], query["code_challenge_method"]];
        Assert.Equal(["code", ClientId, "S256"], asked);
        var (code, back) = (Convert.ToHexString(RandomNumberGenerator.GetBytes(16)), query["redirect_uri"].ToString());
        codes[code] = (query["code_challenge"]!, back, query["nonce"]!);
        var answer = Denies ? "error=access_denied&error_description=forged%0Aline" : $"code={code}";
        return Results.Redirect($"{back}?{answer}&state={Uri.EscapeDataString(query["state"]!)}");
    }

    private async Task<IResult> ExchangeAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var proof = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        return codes.TryRemove(form["code"].ToString(), out var given)
            && (proof, form["redirect_uri"].ToString()) == (given.Challenge, given.Redirect)
            && (form["client_id"], form["client_secret"]) == (ClientId, Secret)
            ? Json(new { access_token = "opaque", token_type = "Bearer", expires_in = 60, id_token = Next.Sign(Address, ClientId, given.Nonce) })
            : Results.Text("{\"error\":\"invalid_grant\"}", "application/json", statusCode: 400);
    }
}
