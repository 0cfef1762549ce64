package org.javampi.core.group;
public final class Group {
    private final int[] r; Group(int[] r) {this.r=r;}
    public static Group identity(int n) { int[] r=new int[n]; for (int i=0;i<n;i++) r[i]=i; return new Group(r); }
    public static Group of(int... ranks) { return new Group(ranks); }
    public int size() { return r.length; }
    public int rankOf(int w) { for (int i=0;i<r.length;i++) if (r[i]==w) return i; return -1; }
    public int[] worldRanks() { return r; }
}
