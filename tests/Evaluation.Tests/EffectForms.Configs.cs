namespace ScalingAnalyzers.Tests;

internal static partial class EffectForms
{
    // What configs are written with beside their numbers.
    private static readonly (string Form, string Source, string Known)[] Configs =
    [
        (Form: "a config with guards, dates and texts", Source: """
            class C { public long M0 { get; } = 7_000_000_000; public string M1 { get; } = "run-" + "a"; public TimeSpan D {
                get; } = TimeSpan.FromDays(30); public double M2 => D.TotalHours; public long M3; public C(string name = "x") {
                ArgumentNullException.ThrowIfNull(name); ArgumentException.ThrowIfNullOrEmpty(name); M3 = name.Length; } }
            """, Known: "M0 M1 M2 M3"),
        (Form: "a list of data sets with their sizes", Source: """
            record Data(string Name, long Tokens, double Weight = 1.0); class C { public List<Data> Sets { get; } = new() { new
                Data("a", 5), new("b", 7, 0.5) }; public long M0 => 1000; public long M1 { get; init; } = 4; public double M2
                => Sets.Sum(s => s.Tokens * s.Weight); }
            """, Known: "M0 M1"),
        (Form: "a dictionary of options beside", Source: """
            class C { public Dictionary<string, object> Extra { get; } = new() { ["lr"] = 3e-4, ["name"] = "x" }; public long
                M0 { get; set; } = 12; public long M1 => M0 * 128; }
            """, Known: "M0 M1"),
        (Form: "a list of strings, joined for a name", Source: """
            class C { static readonly string[] tags = { "a", "b" }; public long M0 = 4; public string M1 { get; } =
                string.Join("-", tags); public long M2 { get; } = tags.Length; }
            """, Known: "M0 M2"),
        (Form: "a name by interpolation of numbers", Source: """
            class C { public long M0 { get; } = 70; public string Name => $"{M0}b-{DateTime.UtcNow:yyyy}"; public string M1 {
                get; } = $"layers-{12}"; }
            """, Known: "M0"),
        (Form: "a path, an environment variable and a guid beside", Source: """
            class C { public string Out { get; } = System.IO.Path.Combine("runs", "a"); public string Key { get; } =
                Environment.GetEnvironmentVariable("KEY") ?? "none"; public Guid Id { get; } = Guid.NewGuid(); public long M0 {
                get; } = 5; public long M1 => M0 + 1; }
            """, Known: "M0 M1"),
        (Form: "a seed by Random", Source: """
            class C { public int Seed { get; } = new Random(5).Next(); public long M0 { get; } = 5; public int Other =
                Random.Shared.Next(); }
            """, Known: "M0"),
        (Form: "machine facts beside", Source: """
            class C { public int Cores { get; } = Environment.ProcessorCount; public string Host { get; } =
                Environment.MachineName; public long M0 { get; } = 5; public bool Is64 = Environment.Is64BitProcess; }
            """, Known: "M0"),
        (Form: "a shape record nested and changed by with", Source: """
            record Shape(int Layers = 12, int Width = 768) { public long Weights => 12L * Layers * Width * Width; } class C {
                public Shape Shape { get; init; } = new Shape() with { Layers = 24 }; public long M0 => Shape.Weights; public
                long M1 => Shape.Layers; }
            """, Known: "M0 M1"),
        (Form: "an enum of precisions with a switch", Source: """
            enum P { Fp32, Bf16 } class C { public P Precision { get; init; } = P.Bf16; public int M0 => Precision switch {
                P.Fp32 => 4, P.Bf16 => 2, _ => throw new ArgumentOutOfRangeException() }; public long M1 => 7L * M0; }
            """, Known: "M0 M1"),
        (Form: "a validator that throws", Source: """
            class C { public long M0 { get; } = 5; public long M1 { get; } = 8; public C() { Check(M0 > 0, nameof(M0)); if (M1
                % 8 != 0) throw new InvalidOperationException("M1"); } static void Check(bool ok, string name) { if (!ok) throw
                new ArgumentException(name); } }
            """, Known: "M0 M1"),
        (Form: "a logger that is called with numbers", Source: """
            interface ILog { void Info(string s, long n); } class Quiet : ILog { public void Info(string s, long n) { } } class
                C { readonly ILog log = new Quiet(); public long M0 { get; } = 5; public C() { log.Info("made", M0); } }
            """, Known: "M0"),
        (Form: "a console line when it is made", Source: """
            class C { public long M0 { get; } = 5; public C() { Console.WriteLine($"config {M0}"); Console.WriteLine("n {0}",
                M0); } }
            """, Known: "M0"),
        (Form: "a debug assertion", Source: """
            class C { public long M0 { get; } = 5; public C() { System.Diagnostics.Debug.Assert(M0 > 0);
                System.Diagnostics.Debug.Assert(M0 < 9, "big"); } }
            """, Known: "M0"),
        (Form: "a stopwatch and a timestamp", Source: """
            class C { public long M0 { get; } = 5; readonly System.Diagnostics.Stopwatch w =
                System.Diagnostics.Stopwatch.StartNew(); public DateTime At { get; } = DateTime.UtcNow; }
            """, Known: "M0"),
        (Form: "an object that locks", Source: """
            class C { readonly object gate = new(); public long M0 { get; } = 5; public long M1 { get; set; } = 6; }
            """, Known: "M0 M1"),
        (Form: "a cancellation token, a semaphore and a lazy beside", Source: """
            class C { readonly System.Threading.CancellationTokenSource cts = new(); readonly System.Threading.SemaphoreSlim s
                = new(1); readonly Lazy<string> l = new(() => "x"); public long M0 { get; } = 5; }
            """, Known: "M0"),
        (Form: "json names and attributes", Source: """
            class C { [System.Text.Json.Serialization.JsonPropertyName("n_layers")] public int M0 { get; set; } = 12;
                [System.ComponentModel.DataAnnotations.Range(1, 5)] public int B { get; set; } = 2; }
            """, Known: "M0"),
        (Form: "json options beside", Source: """
            class C { static readonly System.Text.Json.JsonSerializerOptions o = new() { WriteIndented = true }; public int M0
                { get; set; } = 12; }
            """, Known: "M0"),
        (Form: "an options class with a section name", Source: """
            class C { public const string Section = "Training"; public int M0 { get; set; } = 12; public string M1 => Section; }
            """, Known: "M0 M1"),
        (Form: "clamps, minimums, rounding", Source: """
            class C { public long M0 => Math.Clamp(50L, 1, 40); public double M1 => Math.Round(5.5 * 3); public long M2 =>
                Math.Max(3, Math.Min(7, 9)); }
            """, Known: "M0 M1 M2"),
        (Form: "a sum of an array of literals by LINQ", Source: """
            class C { static readonly long[] parts = { 1, 2 }; public long M0 => parts.Sum(); public long M1 { get; } = 6;
                public long M2 { get; } = parts.Max(); }
            """, Known: "M1"),
        (Form: "a builder that returns itself", Source: """
            class C { public long M0 { get; private set; } = 1; public long M1 { get; private set; } = 2; public C A(long n) {
                M0 = n; return this; } public C B(long n) { M1 = n; return this; } public C() { A(5).B(6); } }
            """, Known: "M0 M1"),
        (Form: "a base with a virtual hook that does nothing", Source: """
            abstract class Base { public long M0 { get; protected set; } = 1; protected Base() { Setup(); } protected virtual
                void Setup() { } } class C : Base { public long M1 { get; } = 4; protected override void Setup() { M0 = 5; } }
            """, Known: "M1 M0"),
        (Form: "INotifyPropertyChanged with a backing field", Source: """
            class C : System.ComponentModel.INotifyPropertyChanged { public event
                System.ComponentModel.PropertyChangedEventHandler PropertyChanged; long n = 5; public long M0 { get => n; set {
                n = value; PropertyChanged?.Invoke(this, new(nameof(M0))); } } }
            """, Known: "M0"),
        (Form: "IEquatable, IComparable and a ToString", Source: """
            class C : IEquatable<C>, IComparable<C> { public long M0 { get; } = 5; public bool Equals(C o) => o?.M0 == M0;
                public override bool Equals(object o) => Equals(o as C); public override int GetHashCode() => M0.GetHashCode();
                public int CompareTo(C o) => M0.CompareTo(o.M0); public override string ToString() => $"C {M0}"; }
            """, Known: "M0"),
        (Form: "IDisposable that closes a stream", Source: """
            class C : IDisposable { readonly System.IO.MemoryStream s = new(); public long M0 { get; } = 5; public void
                Dispose() => s.Dispose(); }
            """, Known: "M0"),
        (Form: "a validation attribute method", Source: """
            class C { public long M0 { get; set; } = 5; public IEnumerable<string> Validate() { if (M0 < 0) yield return "bad";
                } }
            """, Known: "M0"),
        (Form: "a copy method and presets", Source: """
            class C { public long M0 { get; set; } = 5; public static C Small => new() { M0 = 1 }; public static readonly C Big
                = new() { M0 = 9 }; public C Copy() => (C)MemberwiseClone(); public long M1 => Big.M0; }
            """, Known: "M0 M1"),
        (Form: "units as constants of another class", Source: """
            static class Unit { public const long B = 1_000_000_000; public static readonly double Giga = 1e9; public static
                long Of(double n) => (long)(n * Giga); } class C { public long M0 => 7 * Unit.B; public long M1 { get; } =
                Unit.Of(1.5); }
            """, Known: "M0 M1"),
        (Form: "extension methods on numbers", Source: """
            static class X { public static long Billion(this int n) => n * 1_000_000_000L; public static long Billion(this
                double n) => (long)(n * 1e9); } class C { public long M0 => 7.Billion(); public long M1 { get; } =
                1.5.Billion(); }
            """, Known: "M0 M1"),
        (Form: "a struct of a quantity with an operator", Source: """
            readonly record struct Tok(long N) { public static Tok operator *(Tok a, long k) => new(a.N * k); public static
                implicit operator long(Tok t) => t.N; public static implicit operator Tok(long n) => new(n); } class C { public
                Tok T { get; } = new Tok(5) * 3; public long M0 => T; }
            """, Known: "M0"),
        (Form: "tuples for shapes", Source: """
            class C { static readonly (int Layers, int Width) shape = (12, 768); public int M0 => shape.Layers; public int M1 {
                get; } = shape.Width * 4; }
            """, Known: ""),
        (Form: "deconstruction of a tuple in the constructor", Source: """
            class C { public int M0, M1; public C() { var (a, b) = (12, 768); M0 = a; M1 = b; } }
            """, Known: "M0 M1"),
        (Form: "a ternary by a constant flag", Source: """
            class C { const bool Debug = false; public long M0 => Debug ? 1 : 5; }
            """, Known: "M0"),
        (Form: "a ternary by the environment, beside", Source: """
            class C { public long M0 { get; } = Environment.GetEnvironmentVariable("CI") == null ? 1 : 5; public long M1 { get;
                } = 7; }
            """, Known: "M1"),
        (Form: "a preprocessor branch", Source: """
            class C {
            #if DEBUG
            public long M0 => 1;
            #else
            public long M0 => 5;
            #endif
            }
            """, Known: "M0"),
        (Form: "a try around a read of a file", Source: """
            class C { public long M0 { get; } = 3; public string Text; public long M1 => M0 + 1; public C() { try { Text =
                System.IO.File.ReadAllText("none"); } catch (System.IO.IOException) { Text = ""; } } }
            """, Known: "M0 M1"),
        (Form: "a loop that only prints", Source: """
            class C { public long M0 { get; } = 3; public C() { for (int i = 0; i < 3; i++) Console.Write(i); foreach (var s in
                new[] { "a", "b" }) Console.Write(s); } }
            """, Known: "M0"),
        (Form: "a loop that sums into a local", Source: """
            class C { public long M0 { get; } = 3; public long M1; public C() { long sum = 0; foreach (var n in new[] { 1L, 2
                }) sum += n; M1 = sum; } }
            """, Known: "M0"),
        (Form: "a list that a loop fills", Source: """
            class C { public List<long> L { get; } = new(); public long M0 { get; } = 3; public C() { for (int i = 0; i < 3;
                i++) L.Add(i); L.Sort(); L.Reverse(); } }
            """, Known: "M0"),
        (Form: "a registry that keeps each config", Source: """
            class C { static readonly List<C> all = new(); public long M0 { get; set; } = 3; public long M1 { get; } = 4;
                public C() { all.Add(this); } }
            """, Known: "M0 M1"),
        (Form: "an event that is declared and never raised", Source: """
            class C { public event EventHandler Changed; public long M0 { get; set; } = 3; }
            """, Known: "M0"),
        (Form: "a delegate kept for later", Source: """
            class C { public Func<long, double> Decay { get; set; } = step => 1.0 / (1 + step); public long M0 { get; set; } =
                3; public Action<string> Log { get; init; } = _ => { }; public long M1 => M0 * 2; }
            """, Known: "M0 M1"),
        (Form: "a schedule by a static lambda", Source: """
            class C { static readonly Func<int, double> lr = static s => Math.Min(s / 100.0, 1); public long M0 { get; set; } =
                3; public double M1 => lr(5); }
            """, Known: "M0"),
        (Form: "an interface of a config with a default", Source: """
            interface IRun { long M0 { get; } long M1 => M0 * 2; } class C : IRun { public long M0 { get; } = 3; public long M1
                => ((IRun)this).M0 * 20; }
            """, Known: "M0 M1"),
        (Form: "a generic base by the type itself", Source: """
            abstract class Cfg<T> where T : Cfg<T>, new() { public static readonly T Default = new(); public long M0 { get;
                set; } = 3; } class C : Cfg<C> { }
            """, Known: "M0"),
        (Form: "a hash code combined and a string compared", Source: """
            class C { public string Name { get; } = "a"; public bool M0 => Name == "a"; public long M1 => string.Equals("a",
                Name) ? 1 : 2; public int H => HashCode.Combine(Name, M0); }
            """, Known: "M0"),
        (Form: "big integers and decimals", Source: """
            class C { public System.Numerics.BigInteger Flops { get; } = System.Numerics.BigInteger.Pow(10, 24); public decimal
                M0 { get; } = 2.5m; public decimal M1 => M0 * 1000; }
            """, Known: "M0 M1"),
        (Form: "a nullable with a fallback", Source: """
            class C { public long? Steps { get; init; } public long M0 => Steps ?? 1000; public double? Lr { get; set; } =
                3e-4; public double M1 => Lr.GetValueOrDefault(1e-3); }
            """, Known: "M1"),
        (Form: "text parsed as a number", Source: """
            class C { public long M0 { get; } = long.Parse("12"); public long M1 { get; } = 4; public double D { get; } =
                double.Parse("1.5", System.Globalization.CultureInfo.InvariantCulture); }
            """, Known: "M1"),
        (Form: "a type's name", Source: """
            class C { public string Kind => GetType().Name; public string M0 => typeof(C).Name; public long M1 { get; } = 4;
                public string M2 => nameof(C); }
            """, Known: "M1 M2"),
        (Form: "a deconstruction of a tuple into locals, captured or not", Source: """
            class C { public long M0, M1, M2; public C() { var (a, b) = (12L, 7); M0 = a; M1 = b; Action up = () => b++; up();
                M2 = b; } }
            """, Known: ""),
        (Form: "a deconstruction into locals that converts, and one of a call", Source: """
            struct W { public long V; public static implicit operator long(W w) => w.V + 1; }
            class C { long n = 1; long Up() => n = 5; public long M0, M1, M2; public C() { (long a, long b) = (new W { V = 3 },
                7); M0 = a; var (c, d) = (n, Up()); M1 = c * 10 + d; (var e, M2) = (n, n + 1); } }
            """, Known: "M1"),
    ];
}
