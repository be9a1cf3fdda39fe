using System;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// Sources that could make an interpreter run forever: it stops, and the values beside them are still read.
/// </summary>
public class NeverHangsTests
{
    [Theory]
    [InlineData("constructors that call each other", "public Run() : this(1) { } Run(int n) : this() { }")]
    [InlineData("a constructor that calls itself", "public Run() : this(1) { } Run(int n = 1) : this(n) { }")]
    [InlineData("a setter that assigns itself", """
        public long Tokens { get => 3; set => Tokens = value; }
        public Run()
        {
            Tokens = 5;
        }
        """)]
    [InlineData("objects in objects", "public Run Tokens { get; } = new Run();")]
    [InlineData("objects in constructors", "public object O; public Run() { O = new Run(); }")]
    [InlineData("a method that doubles itself", """
        public long Tokens => F(100);
        static long F(long n) => n < 1 ? 1 : F(n - 1) + F(n - 1);
        """)]
    [InlineData("a property that doubles itself", """
        public long Tokens => A + A;
        long A => B + B;
        long B => Tokens + Tokens;
        """)]
    [InlineData("generic types that grow", """
        public long Tokens => G<int>.X;
        static class G<T>
        {
            public static readonly long X = G<G2<T>>.X + G<G2<G2<T>>>.X;
        }
        class G2<T> { }
        """)]
    public Task Circles_end(string form, string members) => EndsSoon(form, members);

    [Trait("Category", "Slow")]
    [Theory]
    [InlineData("a long sum", "public const long Tokens = 0{0};", "+1", 5_000)]
    [InlineData("a long sum of texts", """
        public static readonly string Accelerator = A{0};
        static readonly string A = "x";
        """, " + A", 3_000)]
    [InlineData("a deep sum", """
        public static readonly long Tokens = {0}X;
        const long X = 1;
        """, "1+(", 300)]
    [InlineData("a deep bracket", "public const long Tokens = {0}1;", "(", 3_000)]
    [InlineData("a deep condition", "public static readonly long Tokens = {0}3;", "X == 1 ? 2 : ", 3_000)]
    [InlineData("calls in calls", "public static readonly long Tokens = {0}System.DateTime.Now.Ticks;", "System.Math.Max(1L, ", 80)]
    [InlineData("a long chain", """
        public static readonly Run Self = new Run();
        public static readonly Run Tokens = Self{0};
        """, ".Next", 60)]
    [InlineData("a large array", """
        public static readonly int[] Shards = {{ 0{0} }};
        public long Tokens => Shards.Length;
        """, ",1", 5_000)]
    [InlineData("many statements", "public long Tokens; public Run() {{ {0} }}", "Tokens = 5;", 3_000)]
    public Task Long_sources_end(string form, string members, string part, int times) =>
        EndsSoon(form, $$"""
            {{string.Format(System.Globalization.CultureInfo.InvariantCulture, members, new StringBuilder().Insert(0, part, times))}}
            public Run Next => new Run();
            const long X = 7;
            """);

    [Fact]
    public Task A_chain_of_statics_ends() => EndsSoon(
        "statics",
        string.Concat(
            Enumerable.Range(1, 2_000).Select(i => FormattableString.Invariant($"static readonly long S{i} = S{i - 1} + S{i - 1};")))
                .Insert(0, "static readonly long S0 = 1;") + "public long Tokens => S30 + S1999;");

    private static async Task EndsSoon(string form, string members)
    {
        var watch = Stopwatch.StartNew();
        var code = Config.Of($$"""
            [TrainingConfig]
            public partial class Run
            {
                public const long Parameters = 70_000_000_000;
                {{members}}
            }
            [TrainingConfig]
            public static partial class Beside
            {
                public const long Parameters = 80_000_000_000;
            }
            """).AllowCompilerErrors();
        await code.Diagnostics();
        var driver = await code.Generate();
        Assert.Contains(" Parameters = 80000000000L",
            driver.Sources.Single(s => s.Key.StartsWith("Beside", StringComparison.Ordinal)).Value, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), form + " took " + watch.Elapsed);
    }
}
