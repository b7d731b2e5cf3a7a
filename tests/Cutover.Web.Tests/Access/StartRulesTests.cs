using Cutover.Web.Access;
using Cutover.Web.Hosting;

namespace Cutover.Web.Tests.Access;

public sealed class StartRulesTests
{
    private const string Token = "Cutover:Token=0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData(true, "")]
    [InlineData(true, "urls=http://127.0.0.1:0;http://localhost:1;http://[::1]:2")]
    [InlineData(true, "urls=http://0.0.0.0:80|" + Token)]
    [InlineData(true, "urls=http://127.0.0.1:1|http_ports=80")]
    [InlineData(false, "urls=http://*:80|" + Token)]
    [InlineData(false, "urls=http://*:80")]
    [InlineData(true, "urls=http://*:80|Cutover:SignIn=true")]
    public void What_is_closed_to_strangers_may_start(bool lab, string settings) => Assert.Null(Refusal(lab, settings));

    [Theory]
    [InlineData(true, "urls=http://127.0.0.1:1;http://0.0.0.0:80", "http://0.0.0.0:80")]
    [InlineData(true, "urls=http://*:80", "http://*:80")]
    [InlineData(true, "urls=http://lab.example:80", "http://lab.example:80")]
    [InlineData(true, "http_ports=8080", "http://*:8080")]
    [InlineData(true, "https_ports=8443", "https://*:8443")]
    [InlineData(true, "urls=http://127.0.0.1:1|Kestrel:Endpoints:Wide:Url=http://[::]:80", "http://[::]:80")]
    [InlineData(true, "Cutover:Token=short", "too short")]
    [InlineData(false, "Cutover:Token=short", "too short")]
    [InlineData(false, "urls=http://127.0.0.1:1|Cutover:SignIn=false", "Without a sign-in there is only the lab")]
    [InlineData(true, "urls=http://*:80|Cutover:SignIn=false|" + Token, "http://*:80")]
    public void What_is_open_to_strangers_must_not(bool lab, string settings, string words) =>
        Assert.Contains(words, Refusal(lab, settings), StringComparison.Ordinal);

    private static string? Refusal(bool lab, string settings)
    {
        var pairs = settings.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2));
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(pairs.ToDictionary(pair => pair[0], pair => (string?)pair[1]))
            .Build();
        return StartRules.Refusal(CutoverOptions.Bind(configuration) with { Lab = lab }, configuration);
    }
}
