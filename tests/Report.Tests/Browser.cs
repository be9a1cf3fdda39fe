using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using ScalingAnalyzers.Reports;

namespace ScalingAnalyzers.Report.Tests;

/// <summary>Chromium as Debian installs it, for all tests of the page; skips them where there is none.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string? Chromium = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
        .FirstOrDefault(File.Exists);

    // Chromium shares two cores with whatever else is tested: a starved page is slow, not wrong.
    private const float PatienceMilliseconds = 300_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("report-browser").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null) return;
        Write("published.html", Examples.Published);
        Write("hostile.html", Examples.HostileNames);
        Write("ladder.html", Examples.Fitted);
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox"],
            Timeout = PatienceMilliseconds,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Opens one of the pages, with every chart drawn unless scripts are off.</summary>
    internal async Task<OpenPage> Open(string file, ColorScheme scheme = ColorScheme.Light, int width = 1200, bool scripts = true)
    {
        Assert.SkipWhen(_browser is null, "Chromium is not installed: apt-get install chromium.");
        var context = await _browser.NewContextAsync(new()
        {
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = scripts,
        });
        context.SetDefaultTimeout(PatienceMilliseconds);
        var page = await context.NewPageAsync();
        var open = new OpenPage(page, context);
        page.Console += (_, message) => open.Complaints.Add(message.Text);
        page.PageError += (_, error) => open.Complaints.Add(error);
        page.Request += (_, request) => open.Requests.Add(request.Url);
        await page.GotoAsync(new Uri(Path.Combine(_folder, file)).AbsoluteUri);
        if (!scripts) return open;
        foreach (var figure in await page.QuerySelectorAllAsync("figure"))
        {
            // Not ScrollIntoViewIfNeeded, which waits for frames in which nothing moves while the charts are drawn.
            await figure.EvaluateAsync("figure => figure.scrollIntoView({ block: 'center', behavior: 'instant' })");
            await page.WaitForFunctionAsync("figure => figure.querySelector('.plot').data !== undefined", figure,
                new() { PollingInterval = 50 });
        }

        return open;
    }

    private void Write(string name, ReportContent content) => ScalingReport.Write(Path.Combine(_folder, name), content);
}

/// <summary>A page with what it said and asked for.</summary>
internal sealed class OpenPage(IPage page, IBrowserContext context) : IAsyncDisposable
{
    public IPage Page { get; } = page;

    public ConcurrentBag<string> Complaints { get; } = [];

    public ConcurrentBag<string> Requests { get; } = [];

    /// <summary>Values of the traces of a chart that are shown, by their names.</summary>
    public async Task<IReadOnlyList<string>> Shown(string chart) => await Page.EvaluateAsync<string[]>(
        "id => document.getElementById(id).querySelector('.plot').data.filter(t => t.visible === true).map(t => t.name)", chart);

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
