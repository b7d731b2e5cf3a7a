using Cutover.Core.Accounts;
using Cutover.Web.Access;
using Cutover.Web.Access.SingleSignOn;
using Cutover.Web.Hosting;

namespace Cutover.Web.Tests.Access.SingleSignOn;

public sealed class SettingsTests
{
    private const string Hidden = "a-secret-of-the-test";

    private static readonly Dictionary<string, string?> Whole = new()
    {
        ["Authority"] = "https://id.example/realm", ["ClientId"] = "cutover", ["ClientSecret"] = Hidden, ["Roles:sre"] = "operator",
    };

    [Theory]
    [InlineData("")]
    [InlineData("Authority=http://127.0.0.1:1")]
    [InlineData("Roles:urn:example:sre=viewer:one, Operator:two")]
    [InlineData("AllowLocal=false|Roles:boss=Admin")]
    public void What_is_whole_starts(string change) => Assert.Null(Refusal(change));

    [Theory]
    [InlineData("Authority=", "Cutover:Oidc:Authority is missing")]
    [InlineData("Authority=id.example", "Cutover:Oidc:Authority is no https address")]
    [InlineData("Authority=http://id.example", "Cutover:Oidc:Authority is no https address")]
    [InlineData("Authority=https://me:pass@id.example", "user name in it")]
    [InlineData("ClientId=", "Cutover:Oidc:ClientId is missing")]
    [InlineData("ClientSecret=", "Cutover:Oidc:ClientSecret is missing, or Cutover:Oidc:ClientSecretFile")]
    [InlineData("ClientSecretFile=/nowhere", "leave one out")]
    [InlineData("ClientSecret=|ClientSecretFile=/nowhere/secret", "ClientSecretFile cannot be read: ")]
    [InlineData("ClientSecret=|ClientSecretFile=/dev/null", "ClientSecretFile=/dev/null is empty")]
    [InlineData("Name= ", "Cutover:Oidc:Name is empty")]
    [InlineData("RoleClaim=", "Cutover:Oidc:RoleClaim is empty")]
    [InlineData("Scopes=profile email", "lacks openid")]
    [InlineData("Roles:sre=", "Roles:sre= is no viewer, operator or admin")]
    [InlineData("Roles:sre=root", "Roles:sre=root is no viewer, operator or admin")]
    [InlineData("Roles:sre=2", "Roles:sre=2 is no viewer, operator or admin")]
    [InlineData("Roles:sre=admin:one", "Roles:sre=admin:one is no viewer")]
    [InlineData("Roles:sre=-", "Cutover:Oidc:Roles is empty")]
    [InlineData("AllowLocal=perhaps", "'perhaps' at 'Cutover:Oidc:AllowLocal'")]
    [InlineData("AllowLocal=false", "nobody could manage accounts")]
    [InlineData("ClientSecrets=x", "'ClientSecrets'")]
    public void What_is_half_given_or_unreadable_does_not(string change, string words)
    {
        var refusal = Refusal(change);
        Assert.Contains(words, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain(Hidden, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lab_in_which_nobody_signs_in_has_none() =>
        Assert.Contains("add --Cutover:SignIn=true", Refusal(string.Empty, lab: true), StringComparison.Ordinal);

    [Fact]
    public void A_secret_is_read_from_its_file_without_the_end_of_the_line()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, Hidden + "\n");

        Assert.Equal(Hidden, OidcSettings.From(Configuration($"ClientSecret=|ClientSecretFile={file}"))!.Secret);
        File.Delete(file);
    }

    [Fact]
    public void Values_give_the_highest_role_for_all_playbooks_and_for_each()
    {
        var map = OidcSettings.From(Configuration("Roles:a=viewer, operator:one|Roles:urn:b=admin|Roles:c=viewer:one"))!.Roles;

        Assert.Equal(
            [new Grant(Role.Admin, null), new Grant(Role.Operator, "one")],
            map.For(["c", "a", "urn:b", "A", "nothing"]).OrderBy(grant => grant.Playbook));
        Assert.Empty(map.For(["SRE"]));
    }

    private static string? Refusal(string change, bool lab = false)
    {
        var configuration = Configuration(change);
        return StartRules.Refusal(CutoverOptions.Bind(configuration) with { Lab = lab }, configuration);
    }

    // A value of "-" leaves the setting out.
    private static IConfiguration Configuration(string change)
    {
        var settings = new Dictionary<string, string?>(Whole);
        foreach (var pair in change.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)))
        {
            settings[pair[0]] = pair[1];
        }

        return new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Where(pair => pair.Value != "-").Select(pair => KeyValuePair.Create($"Cutover:Oidc:{pair.Key}", pair.Value)))
            .Build();
    }
}
