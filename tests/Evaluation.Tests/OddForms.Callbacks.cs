namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    private static readonly (string Form, string Source, string Known)[] Callbacks =
    [
        (Form: "a queue that hands objects out again", Source: """
            class S { public long P = 1; }
            class C
            {
                readonly S s = new S();
                public long M0 => s.P;
                public long M1 { get; set; } = 2;
                public C()
                {
                    var queue = new Queue<S>();
                    queue.Enqueue(s);
                    queue.Dequeue().P = 5;
                    M1 = 3;
                }
            }
            """, Known: "M1"),
        (Form: "a dictionary changed through its indexer", Source: """
            class C
            {
                readonly Dictionary<string, long[]> d = new Dictionary<string, long[]> { ["a"] = new long[] { 1, 2 } };
                public long M0 => d["a"][0];
                public long M1 => d.Count;
                public C()
                {
                    d["a"][0] = 7;
                    d["b"] = null;
                }
            }
            """, Known: ""),
        (Form: "a lazy value made with an effect", Source: """
            class C
            {
                long n = 1;
                readonly Lazy<long> lazy;
                public long M0 => n;
                public long M1 { get; }
                public C()
                {
                    lazy = new Lazy<long>(() => n = 9);
                    M1 = lazy.Value;
                }
            }
            """, Known: ""),
        (Form: "a comparer that counts while sorting", Source: """
            class C
            {
                long n = 1;
                public long M0 => n;
                public long M1 { get; set; } = 4;
                public C()
                {
                    var list = new List<int> { 3, 1, 2 };
                    list.Sort((a, b) =>
                    {
                        n = 8;
                        return a - b;
                    });
                }
            }
            """, Known: "M1"),
        (Form: "a hash code with an effect", Source: """
            class Key
            {
                public static long Asked = 1;
                public override int GetHashCode()
                {
                    Asked = 5;
                    return 1;
                }
                public override bool Equals(object o) => true;
            }
            class C
            {
                public long M0 => Key.Asked;
                public long M1 { get; }
                public C()
                {
                    var set = new HashSet<Key> { new Key() };
                    M1 = set.Count;
                }
            }
            """, Known: ""),
        (Form: "ToString in an interpolation and a concatenation", Source: """
            class Name
            {
                public long Shown = 1;
                public override string ToString()
                {
                    Shown = 6;
                    return "n";
                }
            }
            class C
            {
                readonly Name a = new Name(), b = new Name();
                public long M0 => a.Shown;
                public long M1 => b.Shown;
                public long M2 { get; set; } = 3;
                public C()
                {
                    string text = $"{a}";
                    text = "x" + b;
                }
            }
            """, Known: "M2"),
    ];
}
