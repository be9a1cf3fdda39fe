using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ScalingAnalyzers.Report.Tests;

/// <summary>The page in a browser.</summary>
[Trait("Category", "Slow")]
public class BrowserTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData("published.html")]
    [InlineData("hostile.html")]
    [InlineData("ladder.html")]
    public async Task The_page_asks_for_nothing_outside_and_complains_of_nothing(string file)
    {
        await using var open = await browser.Open(file);
        Assert.Empty(open.Complaints);
        Assert.All(open.Requests, address => Assert.Matches("^(file|data|blob):", address));
    }

    // The plane is logarithmic: a mark's distance from the left is the logarithm of its parameters.
    [Fact]
    public async Task Marks_are_where_the_data_are()
    {
        await using var open = await browser.Open("published.html");
        double[] places = await open.Page.EvaluateAsync<double[]>(
            """
            () => {
              const plot = document.querySelector('#plane .plot');
              const center = name => {
                const index = plot.data.findIndex(t => t.name === name && t.mode === 'markers+text');
                const marks = [...plot.querySelectorAll('.scatterlayer .trace')].find(g => g.__data__[0].trace.index === index);
                const box = marks.querySelector('.point').getBoundingClientRect();
                return box.left + box.width / 2;
              };
              return ['Llama 3.1 8B', 'Chinchilla', 'Gopher'].map(center);
            }
            """);
        Assert.Equal(Math.Log(280 / 8.03) / Math.Log(70 / 8.03), (places[2] - places[0]) / (places[1] - places[0]), 0.01);
    }

    [Fact]
    public async Task The_live_chart_has_the_exact_data()
    {
        await using var open = await browser.Open("published.html");
        string hover = await open.Page.EvaluateAsync<string>(
            "() => document.querySelector('#plane .plot').data.find(t => t.name === 'Llama 3.1 8B').hovertext");
        Assert.StartsWith("Llama 3.1 8B (proposed)<br>8,030,000,000 parameters<br>15,000,000,000,000 training tokens", hover,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_named_like_an_element_stays_a_name()
    {
        await using var open = await browser.Open("hostile.html");
        Assert.Equal(Examples.Hostile, await open.Page.TitleAsync());
        Assert.Equal(Examples.Hostile, await open.Page.Locator("h1").TextContentAsync());
        string label = await open.Page.Locator("#plane .plot .textpoint").First.TextContentAsync() ?? "";
        Assert.Contains(Examples.Hostile, (await open.Page.Locator("#plane .plot .textpoint").AllTextContentsAsync()).Append(label));
    }

    [Fact]
    public async Task A_law_is_shown_and_hidden_in_every_chart()
    {
        await using var open = await browser.Open("published.html");
        Assert.DoesNotContain("kaplan-2020", await open.Shown("plane"));
        await open.Page.CheckAsync("[data-toggle='law-kaplan-2020']");
        Assert.Contains("kaplan-2020", await open.Shown("plane"));
        await open.Page.UncheckAsync("[data-toggle='law-besiroglu-2024']");
        Assert.DoesNotContain("besiroglu-2024", await open.Shown("plane"));
        Assert.DoesNotContain("besiroglu-2024", await open.Shown("loss"));
    }

    [Theory]
    [InlineData("band-coefficient", "coefficient band, 95 %", "loss")]
    [InlineData("band-single", "single-run band, 95 %", "loss")]
    [InlineData("band-spread", "spread of laws", "loss")]
    [InlineData("isoflop", "1e23 FLOPs", "plane")]
    [InlineData("isoloss", "loss 1.974", "plane")]
    [InlineData("run-0", "Gopher", "cost")]
    public async Task A_box_hides_what_it_names(string toggle, string series, string chart)
    {
        await using var open = await browser.Open("published.html");
        Assert.Contains(series, await open.Shown(chart));
        await open.Page.UncheckAsync($"[data-toggle='{toggle}']");
        Assert.DoesNotContain(series, await open.Shown(chart));
    }

    [Fact]
    public async Task A_hidden_run_leaves_the_table()
    {
        await using var open = await browser.Open("published.html");
        await open.Page.UncheckAsync("[data-toggle='run-1']");
        Assert.False(await open.Page.Locator("[data-toggle-row='run-1']").IsVisibleAsync());
        Assert.True(await open.Page.Locator("[data-toggle-row='run-0']").IsVisibleAsync());
    }

    [Fact]
    public async Task The_unit_of_cost_changes_bars_and_axis()
    {
        await using var open = await browser.Open("published.html");
        await open.Page.SelectOptionAsync("[data-units='cost']", "Days");
        double days = await open.Page.EvaluateAsync<double>(
            "() => document.querySelector('#cost .plot').data.find(t => t.visible === true && t.name === 'Chinchilla').x[0]");
        Assert.Equal(5.88e23 / (0.4 * 989.4e12) / 86400 / 4096, days, 0.01);
        Assert.Equal("Days", await open.Page.EvaluateAsync<string>("() => document.querySelector('#cost .plot').layout.xaxis.title.text"));
    }

    [Fact]
    public async Task An_axis_changes_between_logarithmic_and_linear()
    {
        await using var open = await browser.Open("published.html");
        await open.Page.UncheckAsync("#loss [data-axis='x']");
        Assert.Equal("linear", await open.Page.EvaluateAsync<string>("() => document.querySelector('#loss .plot').layout.xaxis.type"));
        await open.Page.CheckAsync("#loss [data-axis='x']");
        Assert.Equal("log", await open.Page.EvaluateAsync<string>("() => document.querySelector('#loss .plot').layout.xaxis.type"));
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task A_drag_zooms_into_a_chart_and_a_double_click_returns()
    {
        const string End = "() => document.querySelector('#plane .plot').layout.xaxis.range[1]";
        await using var open = await browser.Open("published.html");
        double[] whole = await Range();
        await open.Page.EvaluateAsync("() => document.getElementById('plane').scrollIntoView({ block: 'center', behavior: 'instant' })");
        var box = (await open.Page.Locator("#plane .plot .nsewdrag").First.BoundingBoxAsync())!;
        await open.Page.Mouse.MoveAsync(box.X + (box.Width / 4), box.Y + (box.Height / 4));
        await open.Page.Mouse.DownAsync();
        await open.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2), new() { Steps = 5 });
        await open.Page.Mouse.UpAsync();
        await open.Page.WaitForFunctionAsync(End + " < " + Written(whole[1] - 0.1));
        double[] part = await Range();
        Assert.Equal(whole[0] + ((whole[1] - whole[0]) / 4), part[0], 0.02);
        Assert.Equal((whole[0] + whole[1]) / 2, part[1], 0.02);
        // Two clicks are a double click only within 300 ms, which a starved page may miss.
        for (int i = 0; i < 20 && (await Range())[1] < whole[1] - 0.02; i++)
        {
            await open.Page.Mouse.DblClickAsync(box.X + (box.Width / 3), box.Y + (box.Height / 3));
            await open.Page.WaitForTimeoutAsync(500);
        }

        Assert.Equal(whole[1], (await Range())[1], 0.02);
        Assert.Equal(whole[0], (await Range())[0], 0.02);
        Assert.Empty(open.Complaints);

        static string Written(double number) => number.ToString(CultureInfo.InvariantCulture);
        Task<double[]> Range() => open.Page.EvaluateAsync<double[]>("() => document.querySelector('#plane .plot').layout.xaxis.range");
    }

    [Fact]
    public async Task The_bar_of_a_loss_ends_where_its_band_ends()
    {
        await using var open = await browser.Open("published.html");
        double[] ends = await open.Page.EvaluateAsync<double[]>(
            """
            () => {
              const runs = document.querySelector('#loss .plot').data.find(t => t.error_y && t.error_y.array && t.name === 'Chinchilla');
              return [runs.y[0] - runs.error_y.arrayminus[0], runs.y[0] + runs.error_y.array[0]];
            }
            """);
        var chinchilla = new TrainingRun { Parameters = 70_000_000_000, TrainingTokens = 1_400_000_000_000 };
        var band = chinchilla.Estimate().LossBands!.SingleRunBand!.Value;
        Assert.Equal(band.Low, ends[0], 1e-12);
        Assert.Equal(band.High, ends[1], 1e-12);
    }

    [Fact]
    public async Task The_table_sorts_by_number_with_the_keyboard()
    {
        await using var open = await browser.Open("published.html");
        var header = open.Page.Locator("table.sortable th button", new() { HasTextString = "Parameters" }).First;
        await header.FocusAsync();
        await open.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(["Small, repeated", "Llama 3.1 8B (proposed)", "Chinchilla", "Gopher"], await Names());
        await open.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("Gopher", (await Names())[0]);

        async Task<string[]> Names() =>
            [.. await open.Page.Locator("table.sortable tbody th").AllTextContentsAsync()];
    }

    [Theory]
    [InlineData("svg", "text/plain", "<svg")]
    [InlineData("png", "image/png", "\u0089PNG")]
    public async Task A_chart_is_copied(string format, string type, string start)
    {
        await using var open = await browser.Open("published.html");
        await open.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await open.Page.ClickAsync($"#plane [data-copy='{format}']");
        await Assertions.Expect(open.Page.Locator("#plane .status")).ToHaveTextAsync("Copied");
        string copied = await open.Page.EvaluateAsync<string>(
            """
            async type => {
              const blob = await (await navigator.clipboard.read())[0].getType(type);
              return String.fromCharCode(...new Uint8Array(await blob.arrayBuffer()).slice(0, 200));
            }
            """, type);
        Assert.StartsWith(start, copied, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("published.html", ColorScheme.Light, 1200)]
    [InlineData("published.html", ColorScheme.Dark, 1200)]
    [InlineData("published.html", ColorScheme.Light, 380)]
    [InlineData("ladder.html", ColorScheme.Dark, 1200)]
    public async Task Axe_finds_no_violation(string file, ColorScheme scheme, int width)
    {
        await using var open = await browser.Open(file, scheme, width);
        await open.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        var result = await open.Page.RunAxe();
        Assert.Equal([], result.Violations.Select(violation => violation.Id + ": "
            + string.Join("; ", violation.Nodes.Take(3).Select(node => node.Html[..Math.Min(160, node.Html.Length)]))));
    }

    // A graphic needs a contrast of 3 to its background (WCAG 2.1, 1.4.11); text 4.5, which axe checks in HTML, not in
    // SVG.
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Colours_of_charts_have_contrast(ColorScheme scheme)
    {
        await using var open = await browser.Open("published.html", scheme);
        double paper = await Luminance("--paper");
        foreach (string name in new[] { "--c0", "--c1", "--c2", "--c3", "--c4", "--c5", "--c6", "--c7", "--limit" })
            Assert.InRange(Contrast(await Luminance(name), paper), 3, 21);
        foreach (string name in new[] { "--ink", "--muted" }) Assert.InRange(Contrast(await Luminance(name), paper), 4.5, 21);

        async Task<double> Luminance(string variable)
        {
            string hex = await open.Page.EvaluateAsync<string>(
                "name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()",
                variable);
            double[] parts = new[] { 1, 3, 5 }.Select(at => int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber,
                CultureInfo.InvariantCulture) / 255.0)
                .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
            return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
        }
    }

    [Fact]
    public async Task Without_scripts_every_chart_is_a_picture()
    {
        await using var open = await browser.Open("published.html", scripts: false);
        Assert.Equal(6, await open.Page.Locator("figure .still svg:visible").CountAsync());
        Assert.False(await open.Page.Locator(".controls").IsVisibleAsync());
    }

    [Fact]
    public async Task Paper_has_pictures_and_tables_instead_of_live_charts()
    {
        await using var open = await browser.Open("published.html");
        await open.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(6, await open.Page.Locator("figure .still svg:visible").CountAsync());
        Assert.Equal(0, await open.Page.Locator("figure .plot:visible").CountAsync());
        Assert.Equal(0, await open.Page.Locator(".controls:visible").CountAsync());
        string colour = await open.Page.EvaluateAsync<string>(
            "() => getComputedStyle(document.documentElement).getPropertyValue('--c1').trim()");
        Assert.Matches("^#(..)\\1\\1$", colour);
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(380)]
    public async Task The_page_is_no_wider_than_its_window(int width)
    {
        await using var open = await browser.Open("published.html", width: width);
        Assert.InRange(await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, width);
    }

    // Findings and price are the last columns: at an ordinary width nothing of the table is behind a scroll bar.
    [Fact]
    public async Task The_table_of_runs_fits_an_ordinary_window()
    {
        await using var open = await browser.Open("published.html", width: 1200);
        Assert.Equal(0, await open.Page.EvaluateAsync<int>(
            "() => { const box = document.querySelector('table.sortable').parentElement; return box.scrollWidth - box.clientWidth; }"));
    }

    private static double Contrast(double one, double other) => (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
}
