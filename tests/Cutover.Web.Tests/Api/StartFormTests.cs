using System.Net;
using System.Text.RegularExpressions;
using Cutover.Core.Runs;
using Cutover.Web.Tests.Hosts;

namespace Cutover.Web.Tests.Api;

/// <summary>The start page where there is no circuit: forms, as a browser without a script sends them.</summary>
public sealed class StartFormTests(LabHost lab) : IClassFixture<LabHost>
{
    private RunningHost Host => lab.Host;

    [Fact]
    public async Task A_file_is_planned_and_started_by_forms_alone_and_a_form_that_is_sent_twice_starts_one_run()
    {
        await WriteAsync("wss.yaml", Host.Playbook());
        using var browser = new Browser(Host.Client(new CookieContainer()));

        var planned = await (await browser.PostFromAsync("/start", "/start/plan", ("file", "wss.yaml"), ("text", ""))).TextAsync();
        var fields = Fields(planned);
        var started = await SendAsync(browser, "/start/run", fields);
        var again = await SendAsync(browser, "/start/run", fields);

        Assert.Contains("plan-steps", planned, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, started.StatusCode);
        Assert.Equal(started.Headers.Location, again.Headers.Location);
        var id = long.Parse(started.Headers.Location!.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        await (await Host.ActAsync(id, OperatorAct.RollBack)).ReadAsync<Engine.Api.ActDoneView>();
        await Host.UntilAsync(id, RunPhase.RolledBack);
    }

    [Fact]
    public async Task What_stands_in_the_way_is_shown_with_the_text_that_was_sent()
    {
        using var browser = new Browser(Host.Client(new CookieContainer()));

        var broken = await (await browser.PostFromAsync("/start", "/start/plan", ("text", "version: 1\r\nname: <b>"))).TextAsync();
        var absent = await browser.PostFromAsync("/start", "/start/plan", ("file", "../../etc/passwd"), ("text", ""));

        Assert.Contains("There is no plan", broken, StringComparison.Ordinal);
        Assert.Contains("name: &lt;b&gt;</textarea>", broken, StringComparison.Ordinal);
        Assert.DoesNotContain("start-button", broken, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
    }

    [Fact]
    public async Task A_plan_that_is_no_longer_the_one_that_would_run_is_not_started()
    {
        using var browser = new Browser(Host.Client(new CookieContainer()));
        var text = Host.Playbook();

        var answer = await browser.PostFromAsync("/start", "/start/run", ("text", text), ("plan", "0000000000000000"), ("key", "old"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Contains("Nothing was started", page, StringComparison.Ordinal);
        Assert.Equal(text, Fields(page).Single(field => field.Key == "text").Value);
    }

    private Task WriteAsync(string file, string text) =>
        File.WriteAllTextAsync(Path.Combine(Host.Playbooks.FullName, file), text, TestContext.Current.CancellationToken);

    private static async Task<HttpResponseMessage> SendAsync(Browser browser, string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await browser.Http.PostAsync(path, form, TestContext.Current.CancellationToken);
    }

    // Of the form that starts: the last one of the page.
    private static List<KeyValuePair<string, string>> Fields(string page) =>
        [.. Regex.Matches(page[page.LastIndexOf("<form", StringComparison.Ordinal)..], "<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")
            .Select(field => KeyValuePair.Create(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value)))];
}
