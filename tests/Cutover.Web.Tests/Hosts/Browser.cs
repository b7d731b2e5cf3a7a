using System.Net;
using System.Text.RegularExpressions;

namespace Cutover.Web.Tests.Hosts;

/// <summary>Uses plain pages as a browser does: keeps cookies, and posts a form with the hidden token of the page it is on.</summary>
internal sealed partial class Browser(HttpClient http) : IDisposable
{
    public HttpClient Http => http;

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(path, TestContext.Current.CancellationToken);

    public async Task<HttpStatusCode> StatusAsync(string path) => (await GetAsync(path)).StatusCode;

    public async Task<string> PageAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.TextAsync();
    }

    /// <summary>Posts a form that stands on another page than the one it goes to.</summary>
    public async Task<HttpResponseMessage> PostFromAsync(string page, string path, params (string Name, string Value)[] fields) =>
        await PressAsync(await (await GetAsync(page)).TextAsync(), path, fields);

    /// <summary>Posts a form that stands on a page which was fetched before.</summary>
    /// <param name="page">Its text.</param>
    public async Task<HttpResponseMessage> PressAsync(string page, string path, params (string Name, string Value)[] fields)
    {
        var hidden = HiddenField().Match(page).Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(new("__RequestVerificationToken", hidden)));
        return await http.PostAsync(path, form, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        PostFromAsync(path, path, fields);

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex HiddenField();
}
