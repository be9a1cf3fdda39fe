namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // What the framework asks of what it was given, and the compiler of what it makes use of.
    private static readonly (string Form, string Source, string Known)[] AskedOther =
    [
        (Form: "an element set in a collection of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class L : System.Collections.ObjectModel.Collection<long> { protected override void SetItem(int i, long x) {
                Box.One.N = 5; } }
            class C { readonly L l = new() { 1 }; public long M0 => Box.One.N; public C() { Box.One.N = 2; l[0] = 5; } }
            """, Known: ""),
        (Form: "an element set in an initialiser of a collection of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class L : System.Collections.ObjectModel.Collection<long> { public L() { Add(1); } protected override void
                SetItem(int i, long x) { Box.One.N = 5; } }
            class C { public long M0 => Box.One.N; public C() { Box.One.N = 2; var l = new L { [0] = 7 }; } }
            """, Known: ""),
        (Form: "a property set on a foreign base that calls an override", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class P : System.ComponentModel.BackgroundWorker { protected override void Dispose(bool d) { Box.One.N = 5; } }
            class C { public long M0 => Box.One.N; public C() { var p = new P(); Box.One.N = 2; p.Dispose(); } }
            """, Known: ""),
        (Form: "a queue of priorities that compare", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class K : IComparable<K> { public int CompareTo(K o) { Box.One.N = 5; return 1; } }
            class C { public long M0 => Box.One.N; public C() { var q = new PriorityQueue<long, K>(); q.Enqueue(1, new K());
                q.Enqueue(2, new K()); } }
            """, Known: ""),
        (Form: "keys made by a lambda", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct K { public override int GetHashCode() { Box.One.N = 5; return 1; } }
            class C { public long M0 => Box.One.N; public C() { var q = new[] { 1L, 2 }.GroupBy(x => new K()).Count(); } }
            """, Known: ""),
        (Form: "keys made by a lambda, in a dictionary", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class K { public override int GetHashCode() { Box.One.N = 5; return 1; } }
            class C { public long M0 => Box.One.N; public C() { var q = new[] { 1L, 2 }.ToDictionary(x => new K()); } }
            """, Known: ""),
        (Form: "keys made by a lambda, of any type", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class K { public override int GetHashCode() { Box.One.N = 5; return 1; } }
            class C { public long M0 => Box.One.N; public C() { var q = new[] { 1L, 2 }.ToDictionary(x => (object)new K()); } }
            """, Known: ""),
        (Form: "an order by what compares", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class K : IComparable<K> { public int CompareTo(K o) { Box.One.N = 5; return 1; } }
            class C { public long M0 => Box.One.N; public C() { var q = new[] { 1L, 2 }.OrderBy(x => new K()).First(); var m =
                new[] { 1L, 2 }.MaxBy(x => new K()); } }
            """, Known: ""),
        (Form: "a comparison of sequences by LINQ", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct K : IEquatable<K> { public bool Equals(K o) { Box.One.N = 5; return true; } }
            class C { public long M0 => Box.One.N; public C() { var q = Enumerable.Repeat(0, 2).Select(x => new
                K()).SequenceEqual(Enumerable.Repeat(0, 2).Select(x => new K())); } }
            """, Known: ""),
        (Form: "an input of the console of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class R : System.IO.StringReader { public R() : base("") { } public override string ReadLine() { Box.One.N = 5;
                return ""; } }
            class C { public long M0 => Box.One.N; public C() { var was = Console.In; Console.SetIn(new R()); Box.One.N = 2;
                Console.ReadLine(); Console.SetIn(was); } }
            """, Known: ""),
        (Form: "an event of a framework's interface, implemented explicitly", Source: """
            class P : System.ComponentModel.INotifyPropertyChanged { public long N = 1; event
                System.ComponentModel.PropertyChangedEventHandler System.ComponentModel.INotifyPropertyChanged.PropertyChanged
                { add { N = 5; } remove { } } }
            class C { readonly P p = new(); public long M0 => p.N; public C() { System.ComponentModel.INotifyPropertyChanged i
                = p; i.PropertyChanged += null; } }
            """, Known: ""),
        (Form: "an initialiser whose Add may be dropped", Source: """
            class Bag : System.Collections.IEnumerable { [System.Diagnostics.Conditional("NEVER")] public void Add(long x) { }
                public System.Collections.IEnumerator GetEnumerator() => null; }
            class C { long n = 1; long Up() => n = 5; public long M0 => n; public C() { var b = new Bag { Up() }; } }
            """, Known: ""),
        (Form: "a dropped call of a local function", Source: """
            class C { long n = 1; long Up() => n = 5; public long M0 => n; public C() {
                [System.Diagnostics.Conditional("NEVER")] static void Log(long x) { } Log(Up()); } }
            """, Known: ""),
        (Form: "a queryable of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Prov : System.Linq.IQueryProvider { public IQueryable CreateQuery(System.Linq.Expressions.Expression e) =>
                null; public IQueryable<T> CreateQuery<T>(System.Linq.Expressions.Expression e) { Box.One.N = 5; return null; }
                public object Execute(System.Linq.Expressions.Expression e) => null; public T
                Execute<T>(System.Linq.Expressions.Expression e) { Box.One.N = 6; return default; } }
            class Q : IQueryable<long> { public Type ElementType => typeof(long); public System.Linq.Expressions.Expression
                Expression => System.Linq.Expressions.Expression.Constant(this); public IQueryProvider Provider => new Prov();
                public IEnumerator<long> GetEnumerator() => null; System.Collections.IEnumerator
                System.Collections.IEnumerable.GetEnumerator() => null; }
            class C { public long M0 => Box.One.N; public C() { var c = new Q().Count(); } }
            """, Known: ""),
        (Form: "a sum of what a lambda makes, printed", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class T { public override string ToString() { Box.One.N = 5; return ""; } }
            class C { public long M0 => Box.One.N; public string M1; public C() { M1 = string.Join(",", new[] { 1L }.Select(x
                => new T())); } }
            """, Known: ""),
        (Form: "a task of a task, awaited by Wait", Source: """
            class C { long n = 1; async System.Threading.Tasks.Task Go() { await System.Threading.Tasks.Task.Yield(); n = 5; }
                public long M0 => n; public C() { Go().Wait(); } }
            """, Known: ""),
        (Form: "a value task source of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Src : System.Threading.Tasks.Sources.IValueTaskSource<long> { public long GetResult(short t) { Box.One.N = 5;
                return 1; } public System.Threading.Tasks.Sources.ValueTaskSourceStatus GetStatus(short t) =>
                System.Threading.Tasks.Sources.ValueTaskSourceStatus.Succeeded; public void OnCompleted(Action<object> a,
                object o, short t, System.Threading.Tasks.Sources.ValueTaskSourceOnCompletedFlags f) { } }
            class C { public long M0 => Box.One.N; public C() { var t = new System.Threading.Tasks.ValueTask<long>(new Src(),
                0); Box.One.N = 2; var r = t.Result; } }
            """, Known: ""),
        (Form: "a scheduler of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Sch : System.Threading.Tasks.TaskScheduler { protected override IEnumerable<System.Threading.Tasks.Task>
                GetScheduledTasks() => null; protected override void QueueTask(System.Threading.Tasks.Task t) { Box.One.N = 5;
                } protected override bool TryExecuteTaskInline(System.Threading.Tasks.Task t, bool b) => false; }
            class C { public long M0 => Box.One.N; public C() { var f = new System.Threading.Tasks.TaskFactory(new Sch());
                Box.One.N = 2; f.StartNew(() => { }); } }
            """, Known: ""),
        (Form: "a time provider of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Tp : TimeProvider { public override DateTimeOffset GetUtcNow() { Box.One.N = 5; return default; } }
            class C { static readonly TimeProvider p = new Tp(); public long M0 => Box.One.N; public C() { Box.One.N = 2; var t
                = p.GetUtcNow(); Box.One.N = 3; var u = p.GetLocalNow(); } }
            """, Known: ""),
        (Form: "a random of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Rn : Random { protected override double Sample() { Box.One.N = 5; return 0.5; } public override int Next() {
                Box.One.N = 6; return 1; } }
            class C { static readonly Random r = new Rn(); public long M0 => Box.One.N; public C() { Box.One.N = 2; var t =
                r.Next(); } }
            """, Known: ""),
        (Form: "an encoding of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class En : System.Text.UTF8Encoding { public override byte[] GetBytes(string s) { Box.One.N = 5; return null; } }
            class C { static readonly System.Text.Encoding e = new En(); public long M0 => Box.One.N; public C() { Box.One.N =
                2; var t = e.GetBytes("x"); } }
            """, Known: ""),
        (Form: "a format provider for numbers, behind a culture", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class P : IFormatProvider { public object GetFormat(Type t) { Box.One.N = 5; return null; } }
            class C { static readonly IFormatProvider p = new P(); public long M0 => Box.One.N; public string M1; public C() {
                M1 = 5.ToString(p); } }
            """, Known: ""),
        (Form: "a text builder with a provider", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class F : ICustomFormatter, IFormatProvider { public string Format(string f, object a, IFormatProvider p) {
                Box.One.N = 5; return ""; } public object GetFormat(Type t) => this; }
            class C { public long M0 => Box.One.N; public C() { var b = new System.Text.StringBuilder(); b.Append(new F(),
                $"a{5}"); } }
            """, Known: ""),
        (Form: "a text made with a provider", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class P : IFormatProvider { public object GetFormat(Type t) { Box.One.N = 5; return null; } }
            class C { public long M0 => Box.One.N; public string M1; public C() { M1 = string.Create(new P(), $"a{5}"); } }
            """, Known: ""),
    ];
}
