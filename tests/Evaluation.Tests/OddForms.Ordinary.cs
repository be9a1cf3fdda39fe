namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // What authors of configs write every day.
    private static readonly (string Form, string Source, string Known)[] Ordinary =
    [
        (Form: "parameters of a transformer by hand", Source: """
            class C { const int Layers = 32, Width = 4096, Vocab = 32_000, Hidden = 11_008;
                public long M0 => 12L * Layers * Width * Width + (long)Vocab * Width;
                public long M1 => Layers * (4L * Width * Width + 3L * Width * Hidden) + 2L * Vocab * Width;
                public double M2 => M1 / 1e9; public long M3 => Width / Layers * 128; public int M4 => Width / 128;
                public long M5 => (long)(Width * 8 / 3.0); }
            """, Known: "M0 M1 M2 M3 M4 M5"),
        (Form: "tokens by steps and batches", Source: """
            class C { public int GlobalBatch { get; init; } = 1024; public int Context { get; init; } = 2048;
                public int Steps { get; init; } = 500_000; public long M0 => (long)GlobalBatch * Context * Steps;
                public long M1 => GlobalBatch * Context; public double M2 => M0 / 1e12; public long M3 => M0 / M1;
                public long M4 => checked((long)Steps * M1); }
            """, Known: "M0 M1 M2 M3 M4"),
        (Form: "warm-up as a part of the steps", Source: """
            class C { const int Steps = 143_000; const double Share = 0.01; public int M0 => (int)(Steps * Share);
                public int M1 => Steps / 100; public int M2 => Math.Max(100, Steps / 50);
                public int M3 => (int)Math.Round(Steps * 0.015);
                public int M4 => Math.Min(2000, (int)Math.Ceiling(Steps * 0.02)); public double M5 => 1.0 * M0 / Steps; }
            """, Known: "M0 M1 M2 M3 M4 M5"),
        (Form: "hours and dates", Source: """
            class C { static readonly TimeSpan Limit = TimeSpan.FromDays(21); static readonly int Gpus = 2048;
                public double M0 => Limit.TotalHours * Gpus; public double M1 => Limit.TotalSeconds;
                public TimeSpan M2 => TimeSpan.FromHours(36) + TimeSpan.FromMinutes(30);
                public bool M3 => Limit > TimeSpan.FromDays(14); public double M4 => TimeSpan.FromDays(1.5).TotalDays * 2;
                public double M5 => new TimeSpan(3, 0, 0, 0).TotalDays; public double M6 => TimeSpan.Zero.TotalDays; }
            """, Known: "M0 M1 M2 M3 M4 M5"),
        (Form: "a table of sizes", Source: """
            record Size(string Name, int Layers, int Width, int Heads) { public long Count => 12L * Layers * Width * Width;
                public int HeadWidth => Width / Heads; }
            class C { static readonly Size Small = new("small", 12, 768, 12), Xl = Small with {
                Name = "xl", Layers = 48, Width = 1600, Heads = 25 }; public long M0 => Small.Count; public long M1 => Xl.Count;
                public int M2 => Xl.HeadWidth; public string M3 => Xl.Name; public double M4 => (double)Xl.Count / Small.Count;
                public int M5 => Small.Name.Length; }
            """, Known: "M0 M1 M2 M3 M4 M5"),
        (Form: "an enum that chooses a size", Source: """
            enum Kind { Tiny, Base, Large } class C { Kind Model { get; init; } = Kind.Large;
                public long M0 => Model switch {
                Kind.Tiny => 125_000_000, Kind.Base => 1_300_000_000, Kind.Large => 6_700_000_000, _ => throw new
                    InvalidOperationException() }; public int M1 => Model == Kind.Large ? 4096 : 2048;
                public bool M2 => Model is Kind.Base or Kind.Large; public int M3 => (int)Model;
                public int M4 => Model >= Kind.Base ? 1 : 0; }
            """, Known: "M0 M1 M2 M3 M4"),
        (Form: "optional settings with fallbacks", Source: """
            class C { public int? KvHeads { get; init; } public int Heads { get; init; } = 32; public double? Ratio { get;
                init; } = 0.25; public string Law { get; init; } public int M0 => KvHeads ?? Heads;
                public double M1 => (Ratio ?? 1) * Heads; public bool M2 => Ratio.HasValue;
                public double M3 => Ratio.GetValueOrDefault(); public string M4 => Law ?? "chinchilla";
                public int M5 => Law?.Length ?? 0; public int M6 => KvHeads is null ? 1 : 2; public int M7 => Ratio is { }
                r ? (int)(r * 8) : 0; public bool M8 => string.IsNullOrEmpty(Law); }
            """, Known: "M1 M2 M3"),
        (Form: "constants in a class of units", Source: """
            static class Unit { public const long K = 1_000, M = K * K, B = M * K, T = B * K;
                public const double Gi = 1L << 30; public static long Billions(double n) => (long)(n * B); }
            class C { public long M0 => 70 * Unit.B; public double M1 => 1.4 * Unit.T;
                public long M2 => (long)(1.4 * Unit.T); public double M3 => 80 * Unit.Gi; public long M4 => Unit.Billions(6.7);
                public long M5 => Unit.T / Unit.B; }
            """, Known: "M0 M1 M2 M3 M4 M5"),
        (Form: "a builder of fluent calls", Source: """
            class Builder { long n; int layers; public Builder Tokens(long v) { n = v; return this; }
                public Builder Layers(int v) { layers = v; return this; } public long Build() => n * layers; public long Count {
                get { return n; } } }
            class C { static readonly Builder B = new Builder().Tokens(5_000).Layers(12); public long M0 => B.Build();
                public long M1 => B.Count; }
            """, Known: "M0 M1"),
        (Form: "a factory method", Source: """
            class Run { public long P { get; private set; } public long T { get; private set; } Run() { }
                public static Run Of(long p, double ratio = 20) => new Run { P = p, T = (long)(p * ratio) };
                public static Run Big { get; } = Of(70_000_000_000); public Run Twice() => Of(P * 2, 10); }
            class C { static readonly Run A = Run.Of(7_000_000_000), B = Run.Of(1_000, ratio: 5); public long M0 => A.P;
                public long M1 => A.T; public long M2 => B.T; public long M3 => Run.Big.T; public long M4 => A.Twice().T; }
            """, Known: "M0 M1 M2 M3 M4"),
        (Form: "inheritance of a base config", Source: """
            abstract class Base { public virtual int Layers => 32; public int Width { get; protected set; } = 4096;
                public long Count => 12L * Layers * Width * Width; protected Base(int width = 1024) { Width = width; } }
            class Mid : Base { public Mid() : base(2048) { } public override int Layers => 24; }
            class C : Mid { public override int Layers => base.Layers * 2; public C() { Width *= 2; }
                public long M0 => Count; public int M1 => Width; public int M2 => Layers; public int M3 => ((Base)this).Layers;
            }
            """, Known: "M0 M1 M2 M3"),
        (Form: "an interface of configs", Source: """
            interface IModel { int Layers { get; } int Width { get; } long Count => 12L * Layers * Width * Width; }
            record Small(int Layers = 6, int Width = 512) : IModel; class Big : IModel { public int Layers => 96;
                public int Width => 12288; }
            class C { static readonly IModel A = new Small(), B = new Big(), D = new Small(Width: 64);
                public long M0 => A.Count; public long M1 => B.Count; public long M2 => D.Width;
                public long M3 => ((IModel)new Big()).Layers; }
            """, Known: "M0 M1 M2 M3"),
        (Form: "guards in constructors", Source: """
            class Guarded { public int Heads { get; } public int Width { get; } public Guarded(int width, int heads) {
                if (width % heads != 0) throw new ArgumentException("x", nameof(width));
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(heads); Width = width; Heads = heads; }
                public int HeadWidth => Width / Heads; }
            class C { static readonly Guarded A = new(4096, 32); public int M0 => A.HeadWidth; public int M1 => A.Heads;
                public long M2 { get; } = new Guarded(128, 8).Width; }
            """, Known: "M0 M1 M2"),
        (Form: "arrays of layers", Source: """
            class C { static readonly int[] Widths = { 768, 1024, 2048 }; static readonly string[] Names = ["a", "b"];
                public int M0 => Widths.Length; public int M1 => Names.Length; public int M2 => Widths[0];
                public int M3 => Widths.Sum(); public int M4 => Widths[^1]; public int M5 => Widths.Max();
                readonly int[] own = new int[4]; public int M6 => own.Length; public int M7 => new[] { 1, 2, 3 }.Length; }
            """, Known: "M0 M1 M7"),
        (Form: "tuples of shape", Source: """
            class C { static readonly (int Layers, int Width) Shape = (32, 4096); public long M0 => Shape.Layers;
                public long M1 => 12L * Shape.Layers * Shape.Width * Shape.Width; public int M2 { get; } public int M3 { get; }
                public C() { (M2, M3) = (32, 4096); } public int M4 { get { var (l, w) = Shape; return l; } } }
            """, Known: "M2 M3"),
        (Form: "rounding to a multiple", Source: """
            class C { static int Up(int n, int to) => (n + to - 1) / to * to;
                static long Down(long n, long to) => n - n % to; static int Pow2(int n) => 1 << n;
                static bool IsEven(int n) => (n & 1) == 0; public int M0 => Up(10_923, 256);
                public long M1 => Down(1_000_001, 1000); public int M2 => Pow2(12); public bool M3 => IsEven(32);
                public int M4 => (11008 + 255) & ~255; public int M5 => 4096 * 8 / 3 / 256 * 256;
                public int M6 => Up(Up(5, 4), 3); }
            """, Known: "M0 M1 M2 M3 M4 M5 M6"),
        (Form: "hardware as numbers", Source: """
            class C { const double PeakTflops = 989.4, Price = 2.5; const int Gpus = 512; const decimal Rate = 1.99m;
                public double M0 => PeakTflops * 1e12 * Gpus;
                public double M1 => 6.0 * 7e9 * 2e12 / (PeakTflops * 1e12 * 0.4 * Gpus) / 3600;
                public decimal M2 => Rate * Gpus * 24; public double M3 => (double)Rate * 1000;
                public double M4 => Price * Gpus; public decimal M5 => Math.Round(Rate * 3, 1); public decimal M6 => Rate / 3;
                public int M7 => Gpus / 8; public long M8 => 80L * 1024 * 1024 * 1024; public long M9 => 80L << 30; }
            """, Known: "M0 M1 M2 M3 M4 M6 M7 M8 M9"),
        (Form: "learning rate by a schedule", Source: """
            class C { const double Peak = 3e-4, Floor = Peak / 10; const int Steps = 1000, Warmup = 100;
                static double At(int step) => step < Warmup ? Peak * step / Warmup : Floor + 0.5 * (Peak - Floor) * (1 +
                    Math.Cos(Math.PI * (step - Warmup) / (Steps - Warmup))); public double M0 => At(50);
                public double M1 => At(100); public double M2 => Floor; public double M3 => Math.Sqrt(0.5) * Peak;
                public double M4 => Peak * Math.Pow(0.1, 2); public double M5 => Peak > Floor ? Peak : Floor; }
            """, Known: "M0 M2 M3 M4 M5"),
        (Form: "power laws", Source: """
            class C { const double A = 406.4, B = 410.7, E = 1.69, Alpha = 0.34, Beta = 0.28;
                static double Loss(double n, double d) => E + A / Math.Pow(n, Alpha) + B / Math.Pow(d, Beta);
                public double M0 => Loss(70e9, 1.4e12); public double M1 => Math.Exp(Loss(7e9, 140e9));
                public double M2 => Math.Log(70e9); public double M3 => Math.Log10(1e12);
                public double M4 => Math.Sqrt(1e24 / 6 / 20); public double M5 => Math.Log(8, 2); }
            """, Known: "M0 M1 M2 M3 M4 M5"),
        (Form: "properties that call each other", Source: """
            class C { public int Layers => 8; public int Width => Layers * 128; public int Heads => Width / 64;
                public long Params => 12L * Layers * Width * Width; public long Tokens => 20 * Params; public long M0 => Params;
                public long M1 => Tokens; public int M2 => Heads; public double M3 => Tokens / (double)Params; public long M4 {
                get { return Tokens * 2; } } public long M5 { get { var t = Tokens; return t + 1; } } }
            """, Known: "M0 M1 M2 M3 M4 M5"),
        (Form: "conditions and flags", Source: """
            class C { public bool Gated { get; set; } = true; public bool Tied { get; set; } public int M0 => Gated ? 3 : 2;
                public int M1 => Tied ? 1 : 2; public int M2 => (Gated ? 3 : 2) * (Tied ? 1 : 2);
                public int M3 => Gated && !Tied ? 7 : 8; public bool M4 => Gated ^ Tied; public int M5 { get {
                if (Gated) return 3; return 2; } } public int M6 { get { if (!Gated) { return 3; } else { return 2; } } }
                public int M7 { get { switch (Gated) { case true: return 5; default: return 6; } } } }
            """, Known: "M0 M5 M6"),
        (Form: "texts of names", Source: """
            class C { const string Family = "llama", Version = "3"; public string M0 => Family + "-" + Version;
                public int M1 => M0.Length; public bool M2 => Family == "llama"; public string M3 => nameof(Family);
                public string M4 => $"{Family}-{Version}"; public const string M5 = Family + "x";
                public long M6 => Family == "gpt2" ? 1 : 2; public long M7 => Family switch {
                "gpt2" => 50257, "llama" => 32000, _ => 0 }; public bool M8 => Family.StartsWith("ll");
                public bool M9 => Family.Equals("LLAMA", StringComparison.OrdinalIgnoreCase); }
            """, Known: "M0 M1 M2 M3 M5 M6 M7"),
        (Form: "loops and locals in getters", Source: """
            class C { public long M0 { get { long sum = 0; for (int i = 0; i < 4; i++) sum += i; return sum; } }
                public long M1 { get { long a = 5; a *= 2; return a; } } public long M2 { get { const long k = 7; return k * 2;
                } } public long M3 { get { var w = 64; var h = w * 2; return h; } } public long M4 { get {
                long Twice(long x) => x * 2; return Twice(4); } } public long M5 { get { int x = 1; x = x + 1; return x; } } }
            """, Known: "M1 M2 M3 M5"),
        (Form: "set in an object initialiser with nested parts", Source: """
            class Data { public long Tokens { get; set; } = 1; public int Epochs = 1; public long Seen => Tokens * Epochs; }
            class Opt { public double Rate { get; init; } = 1e-4; } class Run { public Data Data { get; } = new();
                public Opt Opt { get; init; } = new(); public string Name { get; set; } }
            class C { static readonly Run A = new() { Data = { Tokens = 5_000, Epochs = 2 }, Opt = new() {
                Rate = 3e-4 }, Name = "a" }, B = new(); public long M0 => A.Data.Seen; public double M1 => A.Opt.Rate;
                public long M2 => B.Data.Seen; public double M3 => B.Opt.Rate; public string M4 => A.Name;
                public int M5 => A.Data.Epochs; public bool M6 => B.Name == null; }
            """, Known: "M0 M1 M2 M3 M4 M5"),
        (Form: "primary constructors", Source: """
            class P(int layers, int width = 512) { public int Layers { get; } = layers;
                public long Count => 12L * layers * width; public int Width => width; } record struct S(long N, double R) {
                public readonly long T => (long)(N * R); } struct Q(long n) { public long N { get; } = n; }
            class C { static readonly P A = new(4), B = new(width: 8, layers: 2);
                static readonly S D = new(100, 20), E = D with { R = 2 }; public long M0 => A.Count; public int M1 => B.Width;
                public long M2 => D.T; public long M3 => E.T; public int M4 => A.Layers; public long M5 => new Q(7).N; }
            """, Known: "M0 M1 M2 M3 M4 M5"),
        (Form: "numbers in all notations of authors", Source: """
            class C { public long M0 => 7_000_000_000; public double M1 => 7e9; public long M2 => (long)7e9;
                public long M3 => 7 * 1_000_000_000L; public double M4 => 1.4e12; public long M5 => 0x1_0000;
                public decimal M6 => 7e9m; public float M7 => 7e9f; public int M8 => (int)1e9;
                public double M9 => 7 * Math.Pow(10, 9); public long M10 => (long)Math.Pow(2, 40);
                public ulong M11 => 7_000_000_000UL; public long M12 => Convert.ToInt64(7e9);
                public long M13 => long.Parse("7000000000"); public long M14 => 1L << 33; public long M15 => int.MaxValue;
                public uint M16 => 4_000_000_000; public long M17 = (long)(6.7 * 1e9); }
            """, Known: "M0 M1 M2 M3 M4 M5 M6 M7 M8 M9 M10 M11 M14 M15 M16 M17"),
        (Form: "new of numbers and defaults", Source: """
            class C { public int M0 => new int(); public long? M1 => new long?(5); public long M2 => default;
                public int? M3 => default; public double M4 => default(double); public string M5 => default;
                public bool M6 => default; public TimeSpan M7 => default; public decimal M8 => default(decimal);
                public TimeSpan M10 => TimeSpan.Zero; public int? M11 => null; public long M12 => default(long?) ?? 3;
                public double M13 => new(); public char M14 => default; }
            """, Known: "M2 M4 M5 M6 M8 M11"),
        (Form: "static classes with static constructors", Source: """
            static class Defaults { public static readonly long Tokens; public static int Layers { get; }
                static Defaults() { Tokens = 300_000_000_000; Layers = 96; }
                public static double Ratio => (double)Tokens / Layers; }
            class C { public long M0 => Defaults.Tokens; public int M1 => Defaults.Layers;
                public double M2 => Defaults.Ratio; static readonly long Own; static C() { Own = Defaults.Tokens / 2; }
                public long M3 => Own; }
            """, Known: "M0 M1 M2 M3"),
        (Form: "extension methods of units", Source: """
            static class Units { public static long Billion(this int n) => n * 1_000_000_000L;
                public static double Trillion(this double n) => n * 1e12; public static int Ki(this int n) => n << 10; }
            class C { public long M0 => 70.Billion(); public double M1 => 1.4.Trillion(); public int M2 => 8.Ki();
                public long M3 => 2.Ki().Billion(); public long M4 => Units.Billion(3); }
            """, Known: "M0 M1 M2 M3 M4"),
        (Form: "a number type of the author's own", Source: """
            readonly struct Count : IComparable<Count> { readonly double n; public Count(double n) => this.n = n;
                public static Count operator *(double a, Count b) => new(a * b.n);
                public static Count operator /(Count a, Count b) => new(a.n / b.n);
                public static implicit operator double(Count c) => c.n;
                public static implicit operator Count(double d) => new(d); public int CompareTo(Count o) => n.CompareTo(o.n);
                public static Count T => new(1e12); public static bool operator <(Count a, Count b) => a.n < b.n;
                public static bool operator >(Count a, Count b) => a.n > b.n; public long Whole => (long)n; }
            class C { static readonly Count A = 1.4 * Count.T, B = 70e9; public double M0 => A; public double M1 => A / B;
                public long M2 => A.Whole; public bool M3 => A > B; public double M4 => 2 * A; public double M5 => A * 0.5; }
            """, Known: "M0 M1 M2 M3 M4 M5"),
        (Form: "interlocked, lazy and concurrent values that authors use", Source: """
            class C { static readonly Lazy<long> L = new(() => 5);
                static readonly System.Collections.Concurrent.ConcurrentDictionary<string, long> D = new(); static long count;
                public long M0 => L.Value; public long M1 => System.Threading.Interlocked.Increment(ref count);
                public long M2 => count; public long M3 => D.GetOrAdd("a", 5); public int M4 => D.Count;
                static readonly IReadOnlyList<int> R = new[] { 1, 2, 3 }; public int M5 => R.Count;
                static readonly HashSet<string> H = new(StringComparer.OrdinalIgnoreCase) { "a", "A" };
                public int M6 => H.Count; }
            """, Known: ""),
        (Form: "environment, clocks and random values", Source: """
            class C { public int M0 => Environment.ProcessorCount; public long M1 => DateTime.Now.Ticks;
                public string M2 => Environment.GetEnvironmentVariable("NO_SUCH"); public long M3 => 5;
                public double M4 => Random.Shared.NextDouble(); public long M5 => Environment.TickCount64;
                public Guid M6 => Guid.NewGuid(); public int M7 => M0 > 0 ? 1 : 1;
                public string M8 => System.Globalization.CultureInfo.CurrentCulture.Name; public string M9 => "I".ToLower();
                public int M10 => "x".GetHashCode();
                public long M11 => Environment.GetEnvironmentVariable("NO_SUCH") is null ? 3 : 4;
                public int M12 => new object().GetHashCode(); public string M13 => typeof(C).Name;
                public bool M14 => Environment.Is64BitProcess; public int M15 => IntPtr.Size;
                public bool M16 => BitConverter.IsLittleEndian; public string M17 => Environment.NewLine; }
            """, Known: "M3"),
        (Form: "dictionaries of presets", Source: """
            class C { static readonly Dictionary<string, long> Sizes = new() {
                ["7b"] = 7_000_000_000, ["70b"] = 70_000_000_000 };
                static readonly Dictionary<string, (int L, int W)> Shapes = new() { { "a", (1, 2) } };
                public long M0 => Sizes["7b"]; public long M1 => Sizes.TryGetValue("70b", out var v) ? v : 0;
                public int M2 => Sizes.Count; public int M3 => Shapes["a"].L; public long M4 => Sizes.GetValueOrDefault("x", 5);
                public long M5 => Sizes.Values.Max(); public long M6 = 4; }
            """, Known: "M6"),
        (Form: "numbers between named bounds", Source: """
            class C { const int Lo = 1, Hi = 64; public int M0 => Math.Clamp(128, Lo, Hi);
                public double M1 => Math.Clamp(0.5, 0, 1); public long M2 => Math.Min(Math.Max(5L, Lo), Hi);
                public int M3 => Math.Abs(-Hi); public double M4 => Math.Max(1, 2.5); public bool M5 => Hi is > Lo and <= 100;
                public float M6 => Math.Min(1.5f, 2); public int M7 => Math.Sign(-4);
                public double M8 => Math.Floor(7.9) + Math.Ceiling(7.1) + Math.Truncate(-7.9);
                public double M9 => Math.Round(7.25, 1); public int M10 => 7 > 5 ? Lo : Hi;
                public long M11 => Math.BigMul(5, 7); public double M12 => Math.Cbrt(8); public double M13 => Math.Log2(4096); }
            """, Known: "M0 M1 M2 M3 M4 M5 M6 M8 M10"),
        (Form: "generic configs", Source: """
            class Box<T> where T : struct { public T Value { get; init; } public T? Other { get; set; }
                public int Count = 3; public static int Shared = 4; }
            abstract class Conf<TSelf> where TSelf : Conf<TSelf>, new() { public virtual long N => 5;
                public static TSelf Default { get; } = new(); public long Twice => N * 2; } class My : Conf<My> {
                public override long N => 8; }
            class C { static readonly Box<long> A = new() { Value = 5, Other = 7 }; static readonly Box<double> B = new() {
                Value = 2 }; public long M0 => A.Value; public long? M1 => A.Other; public double M2 => B.Value / 4;
                public int M3 => A.Count; public int M4 => Box<int>.Shared; public long M5 => My.Default.Twice;
                public long M6 => new My().N; public double? M7 => B.Other; }
            """, Known: "M0 M1 M2 M3 M5 M6"),
        (Form: "attributes and members beside the values", Source: """
            class C { [Obsolete] public long M0 { get; init; } = 5; [System.ComponentModel.DefaultValue(7)] public long M1 {
                get; set; } = 6; [System.ComponentModel.DataAnnotations.Range(1, 10)] public int M2 { get; set; } = 3;
                public event Action Changed; public void Run() { Changed?.Invoke(); M2 = 9; } ~C() { }
                public override string ToString() => "c"; public static bool operator ==(C a, C b) => true;
                public static bool operator !=(C a, C b) => false; public override bool Equals(object o) => true;
                public override int GetHashCode() => 0; public bool M3 => this == null; public long M4 => M1 * M2; }
            """, Known: "M0 M1 M2 M3 M4"),
        (Form: "partial classes and usings", Source: """
            partial class C { const long A = 5; public long M0 => A + B; partial void Init(); public C() { Init(); }
                public long M1 { get; set; } = 6; } partial class C { const long B = 7; partial void Init() { M1 = 8; }
                public long M2 => M1; static partial class Inner { public const int X = 3; } public int M3 => Inner.X + Inner.Y;
            } partial class C { static partial class Inner { public const int Y = X * 2; } }
            """, Known: "M0 M1 M2 M3"),
    ];
}
